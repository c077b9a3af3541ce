import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { generateSloRules } from './generateSloRules';
import { Slo } from './types';

const entity = 'component:default/ingestor';
const availability: Slo = {
  id: 'availability',
  entityRef: entity,
  title: 'Availability',
  sliId: 'http:availability',
  sli: {
    type: 'ratio',
    bad: 'increase(requests_total{$selector, code=~"5.."}[$window])',
    total: 'increase(requests_total{$selector}[$window])',
  },
  selector: 'service="ingestor"',
  objective: '0.999',
  window: { type: 'rolling', duration: 2_592_000 },
};
const latency: Slo = {
  ...availability,
  id: 'latency-1-s',
  sliId: 'http:latency',
  sli: { type: 'latency', histogram: 'duration_seconds', thresholdSeconds: 1 },
  objective: '0.95',
};
const uptime: Slo = {
  ...availability,
  id: 'uptime',
  sliId: 'http:uptime',
  sli: { type: 'uptime', gauge: 'up{$selector}' },
};
const slos = [availability, latency, uptime];

interface Sample {
  labels: string;
  value: number;
}

/** One case of a promtool test file. */
interface Case {
  input_series: { series: string; values: string }[];
  promql_expr_test?: {
    expr: string;
    eval_time: string;
    exp_samples: Sample[];
  }[];
  alert_rule_test?: {
    eval_time: string;
    alertname: string;
    exp_alerts: unknown[];
  }[];
}

describe('the generated rules, in promtool', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sightline-rules-'));
    writeFileSync(
      join(folder, 'rules.yaml'),
      stringify({ groups: generateSloRules(slos) }),
    );
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function promtool(...args: string[]): string {
    const { error, status, stdout, stderr } = spawnSync('promtool', args, {
      cwd: folder,
      encoding: 'utf8',
    });
    if (error) {
      throw new Error(
        `promtool is needed to prove the generated rules and could not be started (${error.message}). Install Prometheus, for example with: apt-get install prometheus`,
      );
    }
    return `exit ${status}\n${stdout}${stderr}`;
  }

  function run(test: Case): string {
    writeFileSync(
      join(folder, 'test.yaml'),
      stringify({
        rule_files: ['rules.yaml'],
        evaluation_interval: '1m',
        tests: [{ interval: '1m', ...test }],
      }),
    );
    return promtool('test', 'rules', 'test.yaml');
  }

  const series = (name: string, values: string) => ({ series: name, values });
  const good = 'requests_total{service="ingestor", code="200"}';
  const bad = 'requests_total{service="ingestor", code="503"}';
  const isEmpty = (expr: string, eval_time: string) => ({
    expr,
    eval_time,
    exp_samples: [],
  });
  const is = (expr: string, eval_time: string, value: number) => ({
    expr,
    eval_time,
    exp_samples: [{ labels: '{}', value }],
  });
  const recorded = (name: string, sli = 'http:availability') =>
    `sum(round(sightline:${name}{entity="${entity}", sli="${sli}"}))`;

  /** NaN is the only value that differs from itself. */
  const anyNaN =
    'sum({__name__=~"sightline:.*"}) != sum({__name__=~"sightline:.*"})';

  it('pass promtool check rules without a lint finding', () => {
    expect(promtool('check', 'rules', '--lint-fatal', 'rules.yaml')).toMatch(
      /^exit 0\n[^]*54 rules found/,
    );
  });

  it('page while a tenth of the requests fail', () => {
    expect(
      run({
        input_series: [series(good, '0+90x120'), series(bad, '0+10x120')],
        promql_expr_test: [
          is(recorded('sli_bad:increase1h'), '2h', 600),
          is(recorded('sli_total:increase1h'), '2h', 6_000),
        ],
        alert_rule_test: [
          {
            eval_time: '2h',
            alertname: 'SloBurnRateFast',
            exp_alerts: [
              {
                exp_labels: {
                  entity,
                  sli: 'http:availability',
                  slo: 'availability',
                  severity: 'critical',
                  tier: 'fast',
                },
                exp_annotations: {
                  summary:
                    'ingestor: Availability burns its error budget more than 14.4 times too fast',
                  description:
                    '10% of the events of the last 1h were bad. The objective of 99.9 % allows 0.1 %. At 14.4 times that a whole error budget is gone in 50 h.',
                  sightline_unit: 'percent',
                  sightline_limit: '0.0144',
                  sightline_key: `${entity}|slo-rule-group|availability`,
                },
              },
            ],
          },
        ],
      }),
    ).toContain('exit 0');
  });

  it('stay quiet while one request in two thousand fails', () => {
    expect(
      run({
        input_series: [series(good, '0+1999x480'), series(bad, '0+1x480')],
        promql_expr_test: [
          is(recorded('sli_bad:increase6h'), '8h', 360),
          isEmpty('ALERTS', '8h'),
        ],
      }),
    ).toContain('exit 0');
  });

  it('stop paging within the short window after the errors end', () => {
    expect(
      run({
        input_series: [
          series(good, '0+90x180'),
          series(bad, '0+10x60 610+0x119'),
        ],
        promql_expr_test: [
          is('count(ALERTS{tier="fast"})', '60m', 1),
          isEmpty('ALERTS{tier="fast"}', '67m'),
        ],
      }),
    ).toContain('exit 0');
  });

  it('count a service that has never failed as 0 bad events', () => {
    expect(
      run({
        input_series: [series(good, '0+60x120')],
        promql_expr_test: [
          is(recorded('sli_bad:increase5m'), '2h', 0),
          is(recorded('sli_total:increase5m'), '2h', 300),
          isEmpty('ALERTS', '2h'),
        ],
      }),
    ).toContain('exit 0');
  });

  it('have no NaN without traffic, and add nothing for a gap', () => {
    expect(
      run({
        input_series: [
          // An hour of traffic, half an hour of silence, half an hour without a target, an hour of traffic.
          series(good, '0+99x60 5940+0x30 _x30 0+99x60'),
          series(bad, '0+1x60 60+0x30 _x30 0+1x60'),
        ],
        promql_expr_test: [
          is(recorded('sli_total:increase5m'), '85m', 0),
          isEmpty('sightline:sli_total:increase5m', '115m'),
          isEmpty(anyNaN, '85m'),
          isEmpty(anyNaN, '3h'),
          is(recorded('sli_total:increase1h'), '3h', 5_800),
        ],
      }),
    ).toContain('exit 0');
  });

  it.each(['1', '1.0', '1e+00'])('find the bucket written le="%s"', le => {
    expect(
      run({
        input_series: [
          series(
            `duration_seconds_bucket{service="ingestor", le="${le}"}`,
            '0+90x60',
          ),
          series(
            'duration_seconds_bucket{service="ingestor", le="10"}',
            '0+99x60',
          ),
          series('duration_seconds_count{service="ingestor"}', '0+100x60'),
        ],
        promql_expr_test: [
          is(recorded('sli_bad:increase5m', 'http:latency:1s'), '1h', 50),
        ],
      }),
    ).toContain('exit 0');
  });

  it('count no request as bad when the threshold is no bucket, and so claim nothing', () => {
    expect(
      run({
        input_series: [
          series(
            'duration_seconds_bucket{service="ingestor", le="2"}',
            '0+90x60',
          ),
          series('duration_seconds_count{service="ingestor"}', '0+100x60'),
        ],
        promql_expr_test: [
          isEmpty('{__name__=~"sightline:sli_bad:.*"}', '1h'),
          is(recorded('sli_total:increase5m', 'http:latency:1s'), '1h', 500),
        ],
      }),
    ).toContain('exit 0');
  });

  it('count a minute as down only when no instance is up', () => {
    expect(
      run({
        input_series: [
          series('up{service="ingestor", instance="a"}', '1x60 0x60'),
          series('up{service="ingestor", instance="b"}', '1x89 0x31'),
        ],
        promql_expr_test: [
          is(recorded('sli_bad:increase1h', 'http:uptime'), '60m', 0),
          is(recorded('sli_bad:increase30m', 'http:uptime'), '110m', 21),
        ],
      }),
    ).toContain('exit 0');
  });
});
