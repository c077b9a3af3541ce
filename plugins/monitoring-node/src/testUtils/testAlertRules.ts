import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { PackAlert } from '../packs';
import { promtool } from './promtool';

function ruleFile(alerts: PackAlert[]): string {
  return stringify({
    groups: [
      {
        name: 'alerts',
        interval: '1m',
        rules: alerts.map(alert => ({
          alert: alert.name,
          expr: `(${alert.expression}) ${alert.operator} ${alert.threshold}`,
          for: `${alert.for}s`,
          labels: { severity: alert.severity },
          annotations: {
            summary: alert.summary,
            description: alert.description,
          },
        })),
      },
    ],
  });
}

/** Series on which an alert is expected never to fire. */
export interface AlertRuleTest {
  /** The alert's name. */
  alert: string;
  /** Prometheus durations from the start of the series. */
  times: string[];
  series: Record<string, string>;
}

/**
 * What the real promtool says when it is asked to expect that alerts never fire. It calls each test
 * by its position: `name: 0,`.
 *
 * @throws when promtool is not on the PATH, or refuses the rules
 */
export async function testAlertRules(
  alerts: PackAlert[],
  tests: AlertRuleTest[],
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sightline-rules-'));
  try {
    const rules = path.join(folder, 'rules.yaml');
    const test = path.join(folder, 'test.yaml');
    await writeFile(rules, ruleFile(alerts));
    await writeFile(
      test,
      stringify({
        rule_files: [rules],
        evaluation_interval: '1m',
        tests: tests.map(({ alert, times, series }, index) => ({
          name: String(index),
          interval: '1m',
          input_series: Object.entries(series).map(([key, values]) => ({
            series: key,
            values,
          })),
          alert_rule_test: times.map(time => ({
            eval_time: time,
            alertname: alert,
            exp_alerts: [],
          })),
        })),
      }),
    );
    const checked = await promtool(['check', 'rules', '--lint-fatal', rules]);
    if (!checked.includes(`SUCCESS: ${alerts.length} rules found`)) {
      throw new Error(`promtool refuses the rules: ${checked}`);
    }
    const answer = await promtool(['test', 'rules', test]);
    if (!answer.includes('SUCCESS') && !answer.includes('alertname:')) {
      throw new Error(`promtool failed: ${answer}`);
    }
    return answer;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
