import { ConfigReader } from '@backstage/config';
import {
  recordedName,
  recordedWindows,
  RuleGroup,
  sliSeriesId,
  Slo,
  sloRawQueries,
} from '@sightline/backstage-plugin-monitoring-common';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { readMonitoringConfig } from '../../config';
import { markGroup } from '../../targets/mimir/groupMarks';
import { anEntity, aSharingEntity } from '../__testUtils__/setUpReconciler';
import { desiredObjects } from './desiredObjects';

jest.setTimeout(240_000);

/** Rejects with what it says of expectations that are not met. */
const run = promisify(execFile);

const SLOS = {
  'monitoring/slos': 'availability 99.9% 30d; latency p99 < 500ms 30d',
};
/** Two that share their rules, and one with rules of its own. */
const entities = [
  aSharingEntity('ingestor', SLOS),
  aSharingEntity('gateway', SLOS),
  anEntity('player', SLOS),
];
const slos = entities.flatMap(({ monitoring }) => monitoring.slos);

/** In seconds: the first window that is a sum of shorter ones. */
const LONGEST = 2 * 3_600;
/** In minutes, from the first sample: all windows up to that are recorded whole by then. */
const END = 150;
/** What the ratios may differ by. */
const EXACT = '1e-9';

function objectsFor(provisioning: object) {
  const { objects } = desiredObjects(
    entities,
    readMonitoringConfig(
      new ConfigReader({
        monitoring: {
          prometheus: [{ id: 'default', url: 'http://prometheus' }],
          grafana: [{ id: 'default', url: 'http://grafana' }],
          provisioning: {
            dashboards: 'none',
            alerts: 'none',
            ...provisioning,
          },
        },
      }),
    ),
  );
  return objects.filter(({ kind }) => kind === 'slo-rule-group');
}

const groupsOf = (provisioning: object) =>
  objectsFor(provisioning).flatMap(
    ({ content }) => content.groups as RuleGroup[],
  );

/** As they stand in a folder of rule files, and as a ruler is given them. */
const FORMS: [string, () => RuleGroup[]][] = [
  [
    'rule files',
    () => groupsOf({ slos: 'ruleFiles', ruleFiles: { directory: '/rules' } }),
  ],
  [
    'Mimir',
    () =>
      groupsOf({
        slos: 'mimir',
        mimir: [{ id: 'default', prometheus: 'default' }],
      }).map(
        group =>
          markGroup(group as never, {
            key: 'sightline/shared-slos|slo-rule-group|mimir:default',
            entityRef: 'sightline/shared-slos',
            hash: '0123456789abcdef',
          }) as never,
      ),
  ],
];

/** Counters of one service; all grow evenly, one in five requests fails, one in five is slow. */
function seriesOf(service: string, rate: number) {
  const name = 'http_request_duration_seconds';
  const grows = (share: number) => `0+${rate * share}x${END}`;
  return [
    [`${name}_count{service="${service}",status_code="200"}`, grows(80)],
    [`${name}_count{service="${service}",status_code="500"}`, grows(20)],
    [`${name}_bucket{service="${service}",le="0.5"}`, grows(80)],
    [`${name}_bucket{service="${service}",le="+Inf"}`, grows(100)],
  ].map(([series, values]) => ({ series, values }));
}

/** Recorded ratios of an SLO less those of the raw series, where they are equal. */
function equalWindows(slo: Slo): { expr: string; windows: number } {
  const windows = recordedWindows([slo]).filter(window => window <= LONGEST);
  const selector = `{entity="${slo.entityRef}", sli="${sliSeriesId(slo)}"}`;
  const recorded = windows
    .map(
      window =>
        `label_replace(sum(${recordedName(
          'bad',
          window,
        )}${selector}) / sum(${recordedName(
          'total',
          window,
        )}${selector}), "window", "${window}", "", "")`,
    )
    .join(' or ');
  const { bad, total } = sloRawQueries(slo, END * 60);
  return {
    expr: `count(abs((${recorded}) - on (window) ((${bad}) / on (window) (${total}))) <= ${EXACT})`,
    windows: windows.length,
  };
}

/** Values of the Grafana alerts less the recorded ratio of the last hour, where they are equal. */
function equalAlerts(): { expr: string }[] {
  return objectsFor({ slos: 'grafana' }).flatMap(({ content, entityRef }) =>
    (content.rules as any[])
      .filter(({ labels }) => labels.tier === 'fast')
      .map(({ data, labels }) => {
        const slo = slos.find(
          found => found.id === labels.slo && found.entityRef === entityRef,
        )!;
        const selector = `{entity="${entityRef}", sli="${sliSeriesId(slo)}"}`;
        return {
          expr: `count(abs(max(${data[0].model.expr}) - sum(${recordedName(
            'bad',
            3_600,
          )}${selector}) / sum(${recordedName(
            'total',
            3_600,
          )}${selector})) <= ${EXACT})`,
        };
      }),
  );
}

describe('the forms of an SLO', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sightline-slo-forms-'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are looked at for shared and own rules, and for every alert of Grafana', () => {
    const names = FORMS[0][1]().map(({ name }) => name);
    expect(names.some(name => name.includes(':shared:'))).toBe(true);
    expect(names.some(name => name.includes('component:default/player'))).toBe(
      true,
    );
    expect(equalAlerts()).toHaveLength(slos.length);
  });

  it.each(FORMS)(
    'say the same as the raw series and as Grafana, recorded by %s',
    async (form, groups) => {
      const rules = path.join(folder, `${form}.yaml`);
      const test = path.join(folder, `${form}.test.yaml`);
      await writeFile(rules, stringify({ groups: groups() }));
      const at = `${END}m`;
      await writeFile(
        test,
        stringify({
          rule_files: [rules],
          evaluation_interval: '1m',
          tests: [
            {
              interval: '1m',
              input_series: [
                ...seriesOf('ingestor', 1),
                ...seriesOf('gateway', 7),
                ...seriesOf('player', 3),
              ],
              promql_expr_test: [
                ...slos.map(slo => {
                  const { expr, windows } = equalWindows(slo);
                  return {
                    expr,
                    eval_time: at,
                    exp_samples: [{ labels: '{}', value: windows }],
                  };
                }),
                ...equalAlerts().map(({ expr }) => ({
                  expr,
                  eval_time: at,
                  exp_samples: [{ labels: '{}', value: 1 }],
                })),
              ],
            },
          ],
        }),
      );
      const { stdout } = await run('promtool', ['test', 'rules', test]);
      expect(stdout).toMatch(/SUCCESS/);
    },
  );
});
