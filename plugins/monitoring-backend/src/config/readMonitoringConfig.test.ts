import { ConfigReader } from '@backstage/config';
import { readMonitoringConfig } from './readMonitoringConfig';

const prometheus = [{ id: 'default', url: 'http://prometheus:9090/' }];

function read(monitoring: object) {
  return readMonitoringConfig(new ConfigReader({ monitoring } as any));
}

describe('readMonitoringConfig', () => {
  it('works with nothing configured', () => {
    const config = readMonitoringConfig(new ConfigReader({}));
    expect(config.prometheus).toEqual([]);
    expect(config.provisioning).toMatchObject({
      mode: 'apply',
      dashboards: 'none',
      alerts: 'none',
      slos: 'none',
      onDrift: 'keep',
      prune: { enabled: true, grace: 86_400_000, maxShare: 0.2 },
    });
    expect(config.slo.defaultWindow).toEqual({
      type: 'rolling',
      duration: 2_592_000,
    });
  });

  it('applies the defaults of an instance and drops trailing slashes', () => {
    expect(read({ prometheus }).prometheus[0]).toEqual({
      id: 'default',
      type: 'prometheus',
      url: 'http://prometheus:9090',
      tenant: undefined,
      compression: false,
      partialResponse: false,
      scope: [],
      auth: { method: 'none' },
      limits: {
        timeout: 30_000,
        maxSeries: 2_000,
        maxConcurrent: 20,
        maxResponseBytes: 33_554_432,
      },
      cache: { freshness: 60_000, maxAge: 3_600_000 },
    });
  });

  it.each([
    ['prometheus', 1],
    ['thanos', 1],
    ['mimir', 10],
    ['victoriametrics', 5],
  ])('keeps of %s what is older than %d minutes', (type, minutes) => {
    const typed = (cache?: object) =>
      read({
        prometheus: [{ ...prometheus[0], type, ...(cache && { cache }) }],
      }).prometheus[0].cache?.freshness;
    expect(typed()).toBe(minutes * 60_000);
    expect(typed({ freshness: '30s' })).toBe(30_000);
  });

  it('keeps no answers of a server whose cache is switched off', () => {
    const off = [{ ...prometheus[0], cache: { enabled: false } }];
    expect(read({ prometheus: off }).prometheus[0].cache).toBeUndefined();
    expect(read({ prometheus }).cache).toEqual({
      maxBytes: 67_108_864,
      maxSentBytes: 67_108_864,
    });
  });

  it.each([
    [
      { prometheus: [{ ...prometheus[0], cache: { freshness: '2d' } }] },
      /prometheus\[0\]\.cache\.freshness is 172800 s; expected at least 0 s/,
    ],
    [
      { prometheus: [{ ...prometheus[0], cache: { maxAge: '1s' } }] },
      /prometheus\[0\]\.cache\.maxAge is 1 s; expected at least 60 s/,
    ],
    [{ cache: { maxBytes: 7 } }, /monitoring\.cache\.maxBytes is 7; expected/],
    [{ cache: { maxSentBytes: 7 } }, /cache\.maxSentBytes is 7; expected/],
  ])('refuses bounds of what is kept: %j', (monitoring, message) => {
    expect(() => read(monitoring)).toThrow(message);
  });

  it('reads durations in both forms', () => {
    expect(
      read({
        observing: { alertsInterval: '5s', slosInterval: { minutes: 2 } },
      }).observing,
    ).toEqual({ alertsInterval: 5_000, slosInterval: 120_000 });
  });

  it('writes rules to files when a folder is named', () => {
    const { provisioning } = read({
      prometheus,
      provisioning: { ruleFiles: { directory: './rules' } },
    });
    expect(provisioning.alerts).toBe('ruleFiles');
    expect(provisioning.slos).toBe('ruleFiles');
    expect(provisioning.ruleFiles[0].prometheus).toBe('default');
  });

  it('reads how Alertmanager and the reload are authenticated', () => {
    const auth = { method: 'basic', username: 'sightline', password: 's' };
    const config = read({
      prometheus,
      alertmanager: [
        { id: 'a', url: 'http://a', auth, tenant: 'media' },
        { id: 'b', url: 'http://b' },
      ],
      provisioning: {
        ruleFiles: {
          directory: './rules',
          reloadUrl: 'http://prometheus:9090/-/reload',
          auth,
        },
      },
    });
    expect(config.alertmanager.map(one => [one.auth, one.tenant])).toEqual([
      [auth, 'media'],
      [{ method: 'none' }, undefined],
    ]);
    expect(config.provisioning.ruleFiles[0].auth).toEqual(auth);
  });

  it('knows which of several servers reads the rule files', () => {
    const several = [...prometheus, { id: 'eu', url: 'http://eu:9090' }];
    const ruleFilesOf = (ruleFiles: object) =>
      read({ prometheus: several, provisioning: { ruleFiles } }).provisioning
        .ruleFiles[0].prometheus;
    expect(ruleFilesOf({ directory: './rules' })).toBe('default');
    expect(ruleFilesOf({ directory: './rules', prometheus: 'eu' })).toBe('eu');
  });

  it.each([
    [
      { prometheus: [{ id: 'default', url: 'prometheus:9090' }] },
      /monitoring\.prometheus\[0\]\.url must start with http/,
    ],
    [
      { prometheus: [{ id: 'default', url: 'not a url' }] },
      /monitoring\.prometheus\[0\]\.url is 'not a url'; expected an absolute URL/,
    ],
    [
      { prometheus: [{ id: 'a', url: 'http://u:p@prometheus' }] },
      /monitoring\.prometheus\[0\]\.url must not hold credentials/,
    ],
    [
      { prometheus: [...prometheus, ...prometheus] },
      /monitoring\.prometheus\[1\]\.id 'default' is used twice/,
    ],
    [
      { alertmanager: [{ id: 'a', url: 'http://a', auth: { method: 'x' } }] },
      /monitoring\.alertmanager\[0\]\.auth\.method is 'x'/,
    ],
    [
      {
        provisioning: {
          ruleFiles: { directory: './rules', auth: { method: 'x' } },
        },
      },
      /monitoring\.provisioning\.ruleFiles\.auth\.method is 'x'/,
    ],
    [
      { prometheus: [{ id: 'Big Id', url: 'http://a' }] },
      /id is 'Big Id'; expected lower-case/,
    ],
    [
      {
        prometheus: [{ id: 'a', url: 'http://a', auth: { method: 'magic' } }],
      },
      /auth\.method is 'magic'; expected one of none, bearer, basic, headers/,
    ],
    [
      {
        prometheus: [
          {
            id: 'a',
            url: 'http://a',
            scope: [{ label: 'namespace', from: 'metadata.annotations.evil' }],
          },
        ],
      },
      /scope\[0\]\.from is 'metadata\.annotations\.evil'/,
    ],
    [
      { provisioning: { dashboards: 'grafana' } },
      /dashboards is 'grafana', but monitoring\.grafana names no server/,
    ],
    [
      { provisioning: { slos: 'ruleFiles' } },
      /slos is 'ruleFiles', but monitoring\.provisioning\.ruleFiles\.directory is not set/,
    ],
    [
      {
        prometheus,
        provisioning: { ruleFiles: { directory: './rules', prometheus: 'eu' } },
      },
      /ruleFiles\.prometheus is 'eu', but monitoring\.prometheus names no such server; there are: default/,
    ],
    [
      { provisioning: { prune: { maxShare: 3 } } },
      /maxShare is 3; expected a share between 0 and 1/,
    ],
    [
      { observing: { replicaLabels: ['replica', 'a-b'] } },
      /^monitoring\.observing\.replicaLabels names 'a-b'; expected Prometheus label names$/,
    ],
    [
      { observing: { alertsInterval: '0s' } },
      /^monitoring\.observing\.alertsInterval is 0 s; expected at least 1 s and at most 86400 s$/,
    ],
    [
      { observing: { slosInterval: { milliseconds: 500 } } },
      /^monitoring\.observing\.slosInterval is 0\.5 s; expected at least 1 s/,
    ],
    [
      { observing: { slosInterval: { days: 30 } } },
      /^monitoring\.observing\.slosInterval is 2592000 s; expected .* at most 86400 s$/,
    ],
    [
      { provisioning: { prune: { grace: { hours: -1 } } } },
      /^monitoring\.provisioning\.prune\.grace is -3600 s; expected at least 0 s$/,
    ],
    [
      { defaultSelector: 'service=ingestor' },
      /^monitoring\.defaultSelector is 'service=ingestor'; /,
    ],
    [
      // eslint-disable-next-line no-template-curly-in-string
      { defaultSelector: 'service="${{ owner }}"' },
      /there are name, namespace and kind/,
    ],
    [{ defaultSelector: 'env!="dev"' }, /would select the series of everybody/],
    [
      { defaultSelector: '' },
      /defaultSelector is ''; A label matcher is missing/,
    ],
  ])('refuses %j with the key and what was expected', (monitoring, message) => {
    expect(() => read(monitoring)).toThrow(message);
  });

  it.each([
    ['timeout', { milliseconds: 10 }, '0.01 s; expected at least 1 s'],
    ['maxSeries', 0, '0; expected a whole number from 1 on'],
    ['maxConcurrent', 0, '0; expected a whole number from 1 on'],
    ['maxConcurrent', 1.5, '1.5; expected a whole number from 1 on'],
    ['maxResponseBytes', 10, '10; expected a whole number from 1024 on'],
  ])('refuses the limit %s of %j', (key, value, message) => {
    const limits = { [key]: value };
    expect(() => read({ prometheus: [{ ...prometheus[0], limits }] })).toThrow(
      `monitoring.prometheus[0].limits.${key} is ${message}`,
    );
  });
});
