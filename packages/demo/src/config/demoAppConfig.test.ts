import { DEFAULT_PORTS } from './DemoOptions';
import { demoAppConfig } from './demoAppConfig';

const options = { directory: '/demo', ports: DEFAULT_PORTS };

describe('demoAppConfig', () => {
  it('points the portal to the stand-in with a token that it takes', () => {
    expect(demoAppConfig(options)).toMatchObject({
      monitoring: {
        grafana: [
          {
            url: 'http://localhost:3001',
            auth: { method: 'bearer', token: expect.stringMatching(/^glsa_/) },
          },
        ],
      },
    });
  });

  it('points the portal to a real Grafana when one is given', () => {
    const grafana = { url: 'https://grafana.example.com', token: 'secret' };
    const config = demoAppConfig({ ...options, grafana });
    expect(config).toMatchObject({
      monitoring: {
        grafana: [
          { url: grafana.url, auth: { method: 'bearer', token: 'secret' } },
        ],
      },
    });
  });

  it.each([
    [undefined, 'ruleFiles'],
    ['ruleFiles' as const, 'ruleFiles'],
    ['grafana' as const, 'grafana'],
  ])('with %s alert rules go to %s', (alerts, expected) => {
    expect(demoAppConfig({ ...options, alerts })).toMatchObject({
      monitoring: { provisioning: { alerts: expected, slos: 'ruleFiles' } },
    });
  });

  it('moves addresses with their ports', () => {
    const ports = { ...DEFAULT_PORTS, portal: 4000, prometheus: 19090 };
    const config = demoAppConfig({ ...options, ports });
    expect(config).toMatchObject({
      app: { baseUrl: 'http://localhost:4000' },
      backend: { cors: { origin: 'http://localhost:4000' } },
      monitoring: {
        prometheus: [{ url: 'http://localhost:19090' }],
        provisioning: {
          ruleFiles: { reloadUrl: 'http://localhost:19090/-/reload' },
        },
      },
    });
  });
});
