/* eslint-disable import/no-nodejs-modules -- tests run on Node, what they test need not */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { RuleGroup } from '../../../rules/types';

/** An alert as promtool expects it. */
export interface ExpectedAlert {
  exp_labels: Record<string, string>;
  exp_annotations: Record<string, string>;
}

/** One case of a promtool test file. */
export interface PromtoolTest {
  input_series: { series: string; values: string }[];
  promql_expr_test?: {
    expr: string;
    eval_time: string;
    exp_samples: { labels: string; value: number }[];
  }[];
  alert_rule_test?: {
    eval_time: string;
    alertname: string;
    exp_alerts: ExpectedAlert[];
  }[];
}

function promtool(
  args: string[],
  files: Record<string, unknown>,
): { status: number | null; output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'sightline-rules-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(folder, name), stringify(content));
    }
    const { error, status, stdout, stderr } = spawnSync('promtool', args, {
      cwd: folder,
      encoding: 'utf8',
    });
    if (error) {
      throw new Error(
        `promtool is needed to prove the generated rules and could not be started (${error.message}). Install Prometheus, for example with: apt-get install prometheus`,
      );
    }
    return { status, output: `${stdout}${stderr}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs `promtool check rules`, for which a lint finding is an error.
 *
 * @returns what it printed; empty when it found nothing
 */
export function checkRules(groups: RuleGroup[]): string {
  const { status, output } = promtool(
    ['check', 'rules', '--lint-fatal', 'rules.yaml'],
    { 'rules.yaml': { groups } },
  );
  return status === 0 && /SUCCESS: \d+ rules found/.test(output) ? '' : output;
}

/**
 * Runs `promtool test rules`; its groups are evaluated in their order.
 *
 * @param interval - between samples, and between evaluations, whatever the groups say
 * @returns what it printed; empty when all is as expected
 */
export function runPromtool(
  groups: RuleGroup[],
  test: PromtoolTest,
  interval: string = '1m',
): string {
  const { status, output } = promtool(['test', 'rules', 'test.yaml'], {
    'rules.yaml': { groups },
    'test.yaml': {
      rule_files: ['rules.yaml'],
      evaluation_interval: interval,
      group_eval_order: groups.map(({ name }) => name),
      tests: [{ interval, ...test }],
    },
  });
  return status === 0 ? '' : output;
}
