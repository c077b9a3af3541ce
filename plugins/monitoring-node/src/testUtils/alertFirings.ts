import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { PackAlert } from '../packs';
import { stringify } from 'yaml';

const run = promisify(execFile);

async function promtool(args: string[]): Promise<string> {
  try {
    const { stdout } = await run('promtool', args);
    return stdout;
  } catch (error: any) {
    if (error.code === 'ENOENT') {
      throw new Error(
        'promtool is not on the PATH; it comes with the Debian package prometheus',
      );
    }
    return `${error.stdout}${error.stderr}`;
  }
}

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
 * How many instances of an alert fire at a moment, as the real promtool judges: it is asked to
 * expect none, and its answer lists what it got.
 *
 * @param alerts - all alerts of the pack, which must pass `promtool check rules`
 * @param name - the alert that is asked for
 * @param at - a Prometheus duration from the start of the series
 * @param series - promtool's notation, one sample a minute
 * @throws when promtool is not on the PATH, or refuses the rules
 * @public
 */
export async function alertFirings(
  alerts: PackAlert[],
  name: string,
  at: string,
  series: Record<string, string>,
): Promise<number> {
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
            alert_rule_test: [
              { eval_time: at, alertname: name, exp_alerts: [] },
            ],
          },
        ],
      }),
    );
    const checked = await promtool(['check', 'rules', '--lint-fatal', rules]);
    if (!checked.includes(`SUCCESS: ${alerts.length} rules found`)) {
      throw new Error(`promtool refuses the rules: ${checked}`);
    }
    const answer = await promtool(['test', 'rules', test]);
    if (answer.includes('SUCCESS')) {
      return 0;
    }
    const firings = answer.match(/Labels:\{alertname="/g)?.length ?? 0;
    if (firings === 0) {
      throw new Error(`promtool failed: ${answer}`);
    }
    return firings;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
