import { DEFAULT_PORTS } from './DemoOptions';
import { demoAppConfig } from './demoAppConfig';

const options = { directory: '/demo', ports: DEFAULT_PORTS, mailPort: 1025 };

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
    const ports = {
      ...DEFAULT_PORTS,
      portal: 4000,
      prometheus: 19090,
      control: 19464,
    };
    const config = demoAppConfig({ ...options, ports });
    expect(config).toMatchObject({
      app: { baseUrl: 'http://localhost:4000' },
      backend: {
        cors: { origin: 'http://localhost:4000' },
        reading: { allow: [{ host: 'localhost:19464' }] },
      },
      catalog: {
        locations: expect.arrayContaining([
          {
            type: 'url',
            target: 'http://localhost:19464/catalog/media-api.yaml',
          },
        ]),
      },
      monitoring: {
        prometheus: [{ url: 'http://localhost:19090' }],
        provisioning: {
          ruleFiles: { reloadUrl: 'http://localhost:19090/-/reload' },
        },
      },
    });
  });

  it('lets every channel end in the demo, and Alertmanager read what is written for it', () => {
    expect(demoAppConfig(options)).toMatchObject({
      monitoring: {
        notifications: {
          channels: [
            {
              name: 'media-slack',
              url: 'http://localhost:9464/notifications/media-slack',
            },
            { name: 'media-email', addresses: ['media-email@example.com'] },
            { name: 'platform-webhook' },
          ],
          email: { smarthost: 'localhost:1025' },
        },
        provisioning: {
          alertmanagerConfig: {
            base: '/demo/alertmanager/base.yml',
            file: '/demo/alertmanager/alertmanager.yml',
            reloadUrl: 'http://localhost:9093/-/reload',
          },
        },
      },
    });
  });
});
