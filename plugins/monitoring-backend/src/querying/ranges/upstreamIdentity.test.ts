import { PrometheusConfig } from '../../config';
import { upstreamIdentity } from './upstreamIdentity';

const CONFIG: PrometheusConfig = {
  id: 'eu',
  url: 'https://prometheus.test',
  scope: [],
  auth: { method: 'none' },
  limits: {
    timeout: 1,
    maxSeries: 1,
    maxConcurrent: 1,
    maxResponseBytes: 1,
  },
};

describe('upstreamIdentity', () => {
  it.each<[string, Partial<PrometheusConfig>]>([
    ['id', { id: 'us' }],
    ['type', { type: 'mimir' }],
    ['address', { url: 'https://other.test' }],
    ['tenant', { tenant: 'media' }],
    ['data source', { grafana: { id: 'a', datasource: 'b' } }],
    ['answer to stores that are down', { partialResponse: true }],
    ['user', { auth: { method: 'basic', username: 'a', password: 'b' } }],
    ['token', { auth: { method: 'bearer', token: 'a' } }],
    ['certificate', { tls: { cert: 'a', key: 'b' } }],
  ])('is another one with another %s', (_what, change) => {
    expect(upstreamIdentity({ ...CONFIG, ...change })).not.toBe(
      upstreamIdentity(CONFIG),
    );
  });

  it('is of no password that could be guessed from it', () => {
    const [one, other] = ['a', 'b'].map(password =>
      upstreamIdentity({
        ...CONFIG,
        auth: { method: 'basic', username: 'sightline', password },
      }),
    );
    expect(one).toBe(other);
  });
});
