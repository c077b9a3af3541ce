import { ConfigReader } from '@backstage/config';
import { makeCertificates } from '../__testUtils__/makeCertificates';
import { readMonitoringConfig } from './readMonitoringConfig';

const { ca, server, client } = makeCertificates();
const GRAFANA = {
  id: 'default',
  url: 'https://grafana.test/sub/',
  auth: { method: 'bearer', token: 'glsa_secret' },
  tls: { ca },
};

function read(prometheus: object, rest: object = {}) {
  return readMonitoringConfig(
    new ConfigReader({
      monitoring: {
        prometheus: [
          { id: 'a', url: 'https://prometheus.test', ...prometheus },
        ],
        ...rest,
      },
    } as any),
  ).prometheus[0];
}

const through = (datasource: string, more: object = {}) =>
  read(
    { url: undefined, grafana: { id: 'default', datasource }, ...more },
    { grafana: [GRAFANA] },
  );

describe('readPrometheusConfig', () => {
  it.each([
    [{}, true],
    [{ url: 'http://prometheus:9090' }, false],
    [{ url: 'http://far.test', compression: true }, true],
    [{ compression: false }, false],
  ])('asks %j for compressed answers: %s', (changes, compression) => {
    expect(read(changes)).toMatchObject({ compression });
  });

  it('asks through the data source of a Grafana, as Grafana is asked', () => {
    expect(through('prom_1')).toMatchObject({
      url: 'https://grafana.test/sub/api/datasources/proxy/uid/prom_1',
      auth: GRAFANA.auth,
      tls: { ca },
      grafana: { id: 'default', datasource: 'prom_1' },
    });
  });

  it.each([
    ['../../admin', {}, /datasource is '..\/..\/admin'; expected the uid/],
    ['a/b', {}, /expected the uid of a data source/],
    ['', {}, /expected the uid of a data source|datasource/],
    [
      'prom',
      { url: 'http://a' },
      /url is set beside .*prometheus\[0\]\.grafana/,
    ],
    ['prom', { auth: { method: 'none' } }, /auth is set beside/],
    ['prom', { tenant: 'a' }, /tenant is set beside/],
    [
      'prom',
      { grafana: { id: 'eu', datasource: 'prom' } },
      /grafana\.id is 'eu', but monitoring\.grafana names no such server; there are: default/,
    ],
  ])('refuses the data source %s with %j', (datasource, more, message) => {
    expect(() => through(datasource, more)).toThrow(message);
  });

  it.each([
    ['prometheus', 'media', 'media'],
    ['mimir', 'media', 'media'],
    ['mimir', "a!-_.*'()B9", "a!-_.*'()B9"],
    ['mimir', ['a', 'b'], 'a|b'],
    ['thanos', 'media', 'media'],
    ['victoriametrics', '7', '7'],
    ['victoriametrics', 7, '7'],
    ['victoriametrics', '7:42', '7:42'],
    ['victoriametrics', 'multitenant', 'multitenant'],
  ])('takes %s for the tenant %j', (type, tenant, expected) => {
    expect(read({ type, tenant }).tenant).toBe(expected);
  });

  it('says how several tenants are written', () => {
    expect(() => read({ tenant: 'a|b' })).toThrow(
      /tenant is 'a\|b'; .*type: mimir.* as a list/,
    );
  });

  it.each([
    ['mimir', 'a|b'],
    ['mimir', 'a:b=c'],
    ['mimir', '..'],
    ['mimir', 'a b'],
    ['mimir', 'a\r\nX-Admin: 1'],
    ['mimir', ''],
    ['mimir', ['a', 'b|c']],
    ['mimir', []],
    ['mimir', 'x'.repeat(151)],
    ['prometheus', 'a|b'],
    ['thanos', ['a', 'b']],
    ['victoriametrics', '../7'],
    ['victoriametrics', '7/prometheus'],
    ['victoriametrics', '7:8:9'],
  ])('refuses for %s the tenant %j', (type, tenant) => {
    expect(() => read({ type, tenant })).toThrow(
      /monitoring\.prometheus\[0\]\.tenant/,
    );
  });

  it.each([
    ['a token', { method: 'bearer', token: 'top\r\nsecret' }, 'auth.token'],
    [
      'a token that ends so',
      { method: 'bearer', token: 'top-secret\n' },
      'auth.token',
    ],
    [
      'a header',
      { method: 'headers', headers: { 'X-A': 'secret\nX-B: 1' } },
      'auth.headers.X-A',
    ],
  ])('refuses a line break in %s without saying it', (_what, auth, key) => {
    let message = '';
    try {
      read({ auth });
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toBe(
      `monitoring.prometheus[0].${key} cannot be sent in a header: it has a line break`,
    );
  });

  it.each([
    'Host',
    'content-length',
    'Transfer-Encoding',
    'Connection',
    'a b',
    'a\r\nb',
    '',
  ])('refuses the header %j', name => {
    expect(() =>
      read({ auth: { method: 'headers', headers: { [name]: 'x' } } }),
    ).toThrow(/auth\.headers has '.*'; expected names of headers/s);
  });

  it('reads whom to trust and who we are', () => {
    expect(read({ tls: { ca, ...client, serverName: 'p' } }).tls).toEqual({
      ca,
      ...client,
      serverName: 'p',
    });
    expect(
      read({ tls: { ca: `# two\n${ca}${server.cert}` } }).tls?.ca,
    ).toContain(server.cert);
    expect(read({}).tls).toBeUndefined();
  });

  it.each([
    [{ ca: 'no certificate' }, /tls\.ca holds no certificate; expected PEM/],
    [{ ca: client.key }, /tls\.ca holds no certificate/],
    [{ ca: ca.replace(/MII/, 'AAA') }, /tls\.ca holds no certificate/],
    [{ cert: client.cert }, /tls has cert alone; expected both/],
    [{ key: client.key }, /tls has key alone; expected both/],
    [{ cert: ca, key: client.key }, /tls\.key is no key .* that belongs to/],
    [{ cert: client.cert, key: 'x' }, /tls\.key is no key in PEM/],
  ])('refuses certificates that are none (case %#)', (tls, message) => {
    expect(() => read({ tls })).toThrow(message);
    expect(() => read({ tls })).not.toThrow(/PRIVATE KEY/);
  });

  it('refuses them for what is not encrypted', () => {
    expect(() => read({ url: 'http://a', tls: { ca } })).toThrow(
      'monitoring.prometheus[0].tls is set, but monitoring.prometheus[0].url does not start with https://',
    );
  });

  it.each([
    ['http://169.254.169.254', ['169.254.0.0/16'], /url is at an address/],
    ['http://[fe80::1]:9090', ['fe80::/10'], /url is at an address/],
    ['http://[::ffff:10.0.0.1]', ['10.0.0.0/8'], /url is at an address/],
    // Written otherwise, and the same address once it is read.
    ['http://0x7f.1', ['127.0.0.1'], /url is at an address/],
    ['http://127。0。0。1', ['127.0.0.1'], /url is at an address/],
    ['http://a', ['10.0.0.0/40'], /denyAddresses has '10.0.0.0\/40'/],
    ['http://a', ['localhost'], /denyAddresses has 'localhost'; expected/],
  ])('refuses %s with the denied %j', (url, denyAddresses, message) => {
    expect(() => read({ url, denyAddresses })).toThrow(message);
  });

  it('lets the ruler of a Mimir be asked with the same certificate', () => {
    const config = readMonitoringConfig(
      new ConfigReader({
        monitoring: {
          prometheus: [{ id: 'a', url: 'https://mimir.test', tls: { ca } }],
          provisioning: { mimir: [{ id: 'm' }] },
        },
      } as any),
    );
    expect(config.provisioning.mimir[0].tls?.ca).toBe(ca);
  });
});
