import { parser } from '@prometheus-io/lezer-promql';
import { generateSloRules } from '../slo/generateSloRules';
import { rawSloAlerts } from '../slo/alerts/rawSloAlerts';
import { sloHistoryQueries } from '../slo/queries/sloHistoryQueries';
import { sloRawQueries } from '../slo/queries/sloRawQueries';
import { Sli, Slo } from '../slo/types';
import { validatePromql } from '../promql/validatePromql';
import {
  aMetric,
  anIndicator,
  anSlo,
  aText,
  Fields,
} from './__testUtils__/anSlo';
import { bindSloDefinition } from './bindSloDefinition';
import { parseOpenSlo } from './parseOpenSlo';
import { limitSli } from './queries/limitSli';
import { toOpenSlo } from './toOpenSlo';

const SCOPE = [{ label: 'namespace', operator: '=' as const, value: 'media' }];
const MATCHER = 'namespace="media"';
const NOW = 1_790_000_000;

/** As the catalog's part of the backend binds a document of an entity within a scope. */
function bind(text: string): Slo {
  const { definitions, problems } = parseOpenSlo(text);
  expect(problems).toEqual([]);
  const [definition] = definitions;
  return bindSloDefinition(
    { ...definition, sli: limitSli(definition.sli, SCOPE) },
    {
      entityRef: 'component:default/ingestor',
      selector: `${MATCHER}, service="ingestor"`,
    },
  );
}

/** Selectors of an expression that read neither our own recordings nor the scope alone. */
function foreign(expression: string): string[] {
  const found: string[] = [];
  parser.parse(expression).iterate({
    enter: ({ name, from, to }) => {
      const text = expression.slice(from, to);
      const isOurs = /^(?:sightline:|ALERTS\{entity=)/.test(text);
      if (name === 'VectorSelector' && !isOurs && !text.includes(MATCHER)) {
        found.push(text);
      }
    },
  });
  return found;
}

function expressionsOf(slo: Slo): string[] {
  const rules = [{ share: true }, { share: false }].flatMap(options =>
    generateSloRules([slo], options).flatMap(group => group.rules),
  );
  const raw = sloRawQueries(slo, NOW);
  return [
    ...rules.map(({ expr }) => expr),
    ...rawSloAlerts(slo).map(({ expr }) => expr),
    ...[raw.bad, raw.total, raw.hours],
    sloHistoryQueries(slo, { step: 300 }).raw,
  ];
}

const secret = (query: string) => aMetric(query);
const GREEDY: [string, Fields][] = [
  [
    'a ratio without $selector',
    {
      indicator: anIndicator({
        bad: secret('sum(increase({__name__=~".+"}[$window])) or secret * 0'),
        total: secret('sum(increase(secret{namespace="other"}[$window]))'),
      }),
    },
  ],
  [
    'bare selectors',
    {
      indicator: anIndicator({
        bad: secret('secret - other{namespace=~".*"}'),
        total: secret('secret'),
      }),
    },
  ],
  [
    'an error ratio',
    {
      indicator: {
        spec: {
          ratioMetric: {
            rawType: 'success',
            raw: secret('sum(secret) / on () sum(other{$selector})'),
          },
        },
      },
    },
  ],
  [
    'a threshold',
    {
      indicator: {
        spec: {
          thresholdMetric: secret('max_over_time(secret[1h:5m]) unless other'),
        },
      },
      objectives: [{ target: 0.9, op: 'lt', value: 1 }],
    },
  ],
];

describe('documents within a scope', () => {
  const methods: [string, Fields][] = [
    ['Occurrences', {}],
    ['Timeslices', { timeSliceTarget: 0.9, timeSliceWindow: '5m' }],
    ['RatioTimeslices', { timeSliceWindow: '10m' }],
  ];

  it.each(
    GREEDY.flatMap(([what, spec]) =>
      methods.map(([method, more]) => [what, method, spec, more] as const),
    ),
  )(
    'read no series of others in rules, polls and histories: %s, %s',
    (_, budgetingMethod, spec, more) => {
      const objectives = [
        { target: 0.9, ...(spec.objectives as Fields[])?.[0], ...more },
      ];
      const slo = bind(aText(anSlo({ ...spec, budgetingMethod, objectives })));
      const expressions = expressionsOf(slo);
      expect(expressions.length).toBeGreaterThan(10);
      for (const expression of expressions) {
        expect(validatePromql(expression)).toBeUndefined();
        expect(foreign(expression)).toEqual([]);
      }
    },
  );

  it.each<Sli>([
    {
      type: 'latency',
      histogram: 'secret',
      matchers: 'namespace=~".*"',
      thresholdSeconds: 1,
    },
    {
      type: 'latency',
      histogram: 'secret',
      native: true,
      thresholdSeconds: 1,
    },
    { type: 'uptime', gauge: 'secret' },
  ])('read no series of others by what an annotation says: %p', sli => {
    const text = toOpenSlo({
      name: 'a',
      title: 'A',
      sliName: 'a',
      service: 'ingestor',
      sli,
      objective: '0.99',
      window: { type: 'rolling', duration: 2_592_000 },
      source: 'openslo',
    });
    const slo = bind(text);
    expect(slo.sli.type).toBe(sli.type);
    for (const expression of expressionsOf(slo)) {
      expect(foreign(expression)).toEqual([]);
    }
  });
});
