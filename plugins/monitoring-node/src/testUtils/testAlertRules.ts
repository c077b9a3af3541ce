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

/**
 * What the real promtool says when it is asked to expect that an alert never fires.
 *
 * @param times - Prometheus durations from the start of the series
 * @throws when promtool is not on the PATH, or refuses the rules
 */
export async function testAlertRules(
  alerts: PackAlert[],
  name: string,
  times: string[],
  series: Record<string, string>,
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
        tests: [
          {
            interval: '1m',
            input_series: Object.entries(series).map(([key, values]) => ({
              series: key,
              values,
            })),
            alert_rule_test: times.map(time => ({
              eval_time: time,
              alertname: name,
              exp_alerts: [],
            })),
          },
        ],
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
