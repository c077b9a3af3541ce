import { join } from 'node:path';
import {
  STAND_IN_DATASOURCE,
  STAND_IN_TOKENS,
} from '@sightline/grafana-stand-in';
import { demoNotifications } from '../notifications';
import { DemoAlerts, DemoPorts, GrafanaAccess } from './DemoOptions';

/**
 * What the portal's configuration needs beside `app-config.yaml` to show the demo. Everything
 * happens within seconds, so that one can watch.
 *
 * @param options - `directory` as given to `startDemo`, absolute
 */
export function demoAppConfig(options: {
  directory: string;
  ports: DemoPorts;
  mailPort: number;
  grafana?: GrafanaAccess;
  alerts?: DemoAlerts;
}): Record<string, unknown> {
  const { directory, ports, mailPort, grafana, alerts = 'ruleFiles' } = options;
  const at = (port: number) => `http://localhost:${port}`;
  return {
    app: { baseUrl: at(ports.portal) },
    backend: {
      baseUrl: at(ports.backend),
      listen: { port: ports.backend, host: '127.0.0.1' },
      cors: { origin: at(ports.portal) },
      reading: { allow: [{ host: `localhost:${ports.control}` }] },
      // Survives a restart of the backend, but not of the demo.
      database: {
        client: 'better-sqlite3',
        connection: { directory: join(directory, 'database') },
      },
    },
    // The built portal counts as production, where a guest is otherwise refused.
    auth: {
      providers: { guest: { dangerouslyAllowOutsideDevelopment: true } },
    },
    catalog: {
      processingInterval: { seconds: 10 },
      locations: [
        { type: 'file', target: join(directory, 'catalog', '*.yaml') },
        { type: 'url', target: `${at(ports.control)}/catalog/media-api.yaml` },
      ],
    },
    monitoring: {
      prometheus: [{ id: 'default', url: at(ports.prometheus) }],
      alertmanager: [{ id: 'default', url: at(ports.alertmanager) }],
      grafana: [
        grafana
          ? {
              id: 'default',
              url: grafana.url,
              auth: { method: 'bearer', token: grafana.token },
            }
          : {
              id: 'default',
              url: at(ports.grafana),
              auth: { method: 'bearer', token: STAND_IN_TOKENS.editor },
              datasource: STAND_IN_DATASOURCE,
              // What somebody puts into the stand-in can be looked at.
              linkedDashboards: { folders: ['general'], tags: [] },
            },
      ],
      provisioning: {
        schedule: {
          frequency: { seconds: 15 },
          timeout: { seconds: 60 },
          initialDelay: { seconds: 3 },
        },
        dashboards: 'grafana',
        alerts,
        slos: 'ruleFiles',
        ruleFiles: {
          directory: join(directory, 'rules'),
          reloadUrl: `${at(ports.prometheus)}/-/reload`,
        },
        alertmanagerConfig: {
          base: join(directory, 'alertmanager', 'base.yml'),
          file: join(directory, 'alertmanager', 'alertmanager.yml'),
          reloadUrl: `${at(ports.alertmanager)}/-/reload`,
        },
      },
      notifications: demoNotifications({
        control: ports.control,
        mail: mailPort,
      }),
      runbookBaseUrl: `${at(ports.control)}/runbooks`,
      observing: { alertsInterval: '5s', slosInterval: '10s' },
      // Nothing in the demo's Prometheus is a secret to anybody.
      explore: { allowUnscoped: true },
    },
  };
}
