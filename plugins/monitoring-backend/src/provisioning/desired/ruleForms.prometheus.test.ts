import {
  AlertEvaluator,
  AlertStates,
  GrafanaState,
} from '@sightline/grafana-stand-in';
import { RecordedPrometheus } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { builtInPacks, ResolvedAlert } from '../../packs';
import { anEntity } from '../__testUtils__/setUpReconciler';
import { alertExpression, alertRule } from './alertRule';
import { grafanaAlertRule } from './grafanaAlertRule';

jest.setTimeout(120_000);

const context = {
  entityRef: 'component:default/ingestor',
  name: 'ingestor',
  title: 'Ingestor',
  selector: 'service="ingestor"',
  options: {},
};
const { monitoring } = anEntity('ingestor');

/** Every alert of every pack, in each dialect of its metrics. */
const inAllDialects: ResolvedAlert[] = builtInPacks.flatMap(pack =>
  [undefined, ...(pack.probes ?? []).map(({ id }) => [id])].flatMap(found => {
    const told = { ...context, found };
    return pack.lacks?.(told)
      ? []
      : pack.alerts(told).map(alert => ({ ...alert, pack: pack.id }));
  }),
);

/** The same alert in dialects that read the same series is one. */
const alerts = [
  ...new Map(
    inAllDialects.map(alert => [`${alert.name} ${alert.expression}`, alert]),
  ).values(),
];

const series = (name: string, value: string | number) =>
  `label_replace(vector(${value}), "instance", "${name}", "", "")`;

/** Series that stand where the alert's own expression, which comes first, finds none. */
const CASES: [string, (threshold: number) => string | undefined][] = [
  ['no series', () => undefined],
  ['just the limit', limit => `vector(${limit})`],
  ['above the limit', limit => `vector(${limit + 1})`],
  ['below the limit', limit => `vector(${limit - 1})`],
  ['no number', () => 'vector(NaN)'],
  ['without end', () => 'vector(Inf)'],
  ['without end below', () => 'vector(-Inf)'],
  ['nothing', () => 'vector(0)'],
  [
    'series on both sides',
    limit =>
      [
        series('high', limit + 1),
        series('low', limit - 1),
        series('none', 'NaN'),
      ].join(' or '),
  ],
];

const sorted = (labelSets: Record<string, string>[]) =>
  labelSets.map(labels => JSON.stringify(Object.entries(labels).sort())).sort();

describe('the two forms of an alert', () => {
  let prometheus: RecordedPrometheus;

  beforeAll(async () => {
    prometheus = await RecordedPrometheus.start([
      { labels: { service: 'another' }, pages: ['up 1'] },
    ]);
  });

  afterAll(() => prometheus?.stop());

  /** What the Grafana forms say after their pending time, by position. */
  async function askGrafana(rules: ResolvedAlert[]) {
    let time = 0;
    const now = () => new Date(time);
    const state = new GrafanaState(now);
    const states = new AlertStates();
    const evaluator = AlertEvaluator.create({
      state,
      alerts: states,
      now,
      query: ({ model }) => prometheus.query(model.expr),
    });
    state.intervals.set('folder/group', 60);
    const held = rules.map((alert, index) => {
      const rule = {
        id: index,
        uid: `rule-${index}`,
        folderUID: 'folder',
        ruleGroup: 'group',
        provenance: 'api',
        updated: '',
        version: 1,
        body: grafanaAlertRule({ ...alert, for: 0 }, monitoring, {
          datasource: 'prom',
          groupKey: `${monitoring.spec.entityRef}|alert-rule-group|${index}`,
        }),
      };
      state.rules.set(rule.uid, rule);
      return rule;
    });
    await evaluator.evaluateDue();
    time += 60_000;
    await evaluator.evaluateDue();
    return held.map(rule => states.find(rule)?.instances ?? []);
  }

  it('know alerts of every pack', () => {
    const packs = new Set(inAllDialects.map(({ pack }) => pack));
    expect(packs.size).toBeGreaterThan(5);
  });

  it.each(CASES)(
    'fire for the same series, with the same labels: %s',
    async (_, replacement) => {
      const rules = alerts.map(alert => {
        const instead = replacement(alert.threshold);
        return instead
          ? { ...alert, expression: `(${alert.expression}) or ${instead}` }
          : alert;
      });
      const [inGrafana, inPrometheus] = await Promise.all([
        askGrafana(rules),
        Promise.all(
          rules.map(alert => prometheus.query(alertExpression(alert))),
        ),
      ]);
      const wrong: unknown[] = [];
      for (const [index, alert] of rules.entries()) {
        const { labels } = alertRule(alert, monitoring, {});
        const expected = sorted(
          inPrometheus[index].map(({ labels: { __name__, ...own } }) => ({
            ...own,
            ...labels,
            alertname: alert.name,
          })),
        );
        const firing = inGrafana[index].filter(
          ({ state }) => state === 'Alerting',
        );
        const actual = sorted(
          firing.map(({ labels: { grafana_folder, __name__, ...own } }) => own),
        );
        const texts = firing.map(({ annotations }) => annotations.description);
        if (
          JSON.stringify(actual) !== JSON.stringify(expected) ||
          inGrafana[index].some(({ state }) => state === 'Error') ||
          texts.some(text => text.includes('{{'))
        ) {
          wrong.push({ alert: alert.name, expected, actual, texts });
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  it('tell the value of the query, not that of the condition', async () => {
    const [[instance]] = await askGrafana([
      {
        ...alerts[0],
        expression: 'vector(0.0725)',
        operator: '>',
        threshold: 0.05,
        description: '{{ $value | humanizePercentage }} fail',
      },
    ]);
    expect(instance.annotations).toMatchObject({
      description: '7.25% fail',
      sightline_value: '0.0725',
    });
  });
});
