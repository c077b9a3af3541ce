import { ConfigReader } from '@backstage/config';
import { readMonitoringConfig } from '../config';
import { findRulesElsewhere } from './findRulesElsewhere';

const configOf = (provisioning: object) =>
  readMonitoringConfig(
    new ConfigReader({
      monitoring: {
        prometheus: [
          { id: 'default', url: 'http://prometheus' },
          { id: 'eu', url: 'http://eu' },
        ],
        grafana: [{ id: 'default', url: 'http://grafana' }],
        provisioning,
      },
    }),
  );

describe('findRulesElsewhere', () => {
  it.each([
    [{ ruleFiles: { directory: '/r' } }, 1],
    [{ ruleFiles: { directory: '/r' }, slos: 'none' }, 1],
    [{ ruleFiles: { directory: '/r' }, alerts: 'grafana' }, 2],
    [{}, 0],
  ])(
    'has of an entity on another server with %j %s problems',
    (more, count) => {
      const problems = findRulesElsewhere({ prometheus: 'eu' }, configOf(more));
      expect(problems).toHaveLength(count);
      for (const { annotation, severity, message } of problems) {
        expect([annotation, severity]).toEqual([
          'monitoring/prometheus',
          'warning',
        ]);
        expect(message).toMatch(
          /this entity uses.*\. Dashboards and queries are not affected$|that this entity uses/,
        );
      }
      expect(findRulesElsewhere({}, configOf(more))).toEqual([]);
    },
  );
});
