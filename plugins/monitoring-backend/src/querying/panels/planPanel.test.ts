import { JsonObject } from '@backstage/types';
import {
  dashboardPanels,
  LabelMatcher,
  parseDashboard,
} from '@sightline/backstage-plugin-monitoring-common';
import { planPanel, PlanOptions } from './planPanel';

const HOUR = 3_600_000;

function plan(
  panel: JsonObject,
  options: Partial<PlanOptions> & {
    others?: JsonObject[];
    variables?: JsonObject[];
  } = {},
) {
  const { others = [], variables = [], ...rest } = options;
  const model = parseDashboard({
    templating: { list: variables },
    panels: [{ id: 1, type: 'timeseries', ...panel }, ...others],
  });
  const panels = dashboardPanels(model);
  return planPanel(panels[0], {
    definitions: model.variables,
    chosen: { values: {}, free: [], filters: [] },
    range: { from: 0, to: 6 * HOUR + 1_234 },
    maxDataPoints: 500,
    scope: [],
    panels,
    ...rest,
  });
}

const query = (refId: string, expr: string, changes: JsonObject = {}) => ({
  refId,
  expr,
  ...changes,
});
const math = (refId: string, expression: string, changes: JsonObject = {}) => ({
  refId,
  datasource: { type: '__expr__', uid: '__expr__' },
  type: 'math',
  expression,
  ...changes,
});

it('queries by step, interval, width and zone of the panel', () => {
  const { targets, errors } = plan(
    {
      interval: '$least',
      maxDataPoints: 100,
      targets: [
        query('A', 'rate(a[$__rate_interval])', {
          legendFormat: '{{x}} $least $__interval ${several}',
        }),
        query('B', 'b', { interval: '1h', intervalFactor: 2 }),
        query('C', 'c', { instant: true }),
      ],
    },
    {
      utcOffsetSeconds: 5.5 * 3_600,
      variables: [
        { name: 'least', type: 'constant', query: '10m' },
        {
          name: 'several',
          type: 'custom',
          multi: true,
          query: 'a,b',
          current: { value: ['a', 'b'] },
        },
      ],
    },
  );
  expect(errors).toEqual([]);
  expect(targets).toMatchObject([
    {
      refId: 'A',
      expression: 'rate(a[10m15s])',
      legendFormat: '{{x}} 10m $__interval {a,b}',
      instant: false,
      range: { start: 0, end: 6 * 3_600, step: 600 },
    },
    // Steps of two hours begin at half past, where their zone's do.
    { refId: 'B', range: { start: -5_400, step: 7_200 } },
    { refId: 'C', instant: true, time: 6 * 3_600 + 1.234 },
  ]);
});

it('makes two of a query that is instant and a range', () => {
  const { targets } = plan({
    targets: [query('A', 'a', { instant: true, range: true, format: 'table' })],
  });
  expect(
    targets.map(({ refId, instant, format }) => [refId, instant, format]),
  ).toEqual([
    ['A', false, 'table'],
    ['A-Instant', true, 'time_series'],
  ]);
});

it('leaves out what is hidden or empty, and asks for no exemplars', () => {
  const { targets, errors } = plan({
    targets: [
      query('A', 'a', { hide: true }),
      query('B', ' '),
      query('C', 'c', { exemplar: true }),
    ],
  });
  expect(targets.map(({ refId }) => refId)).toEqual(['C']);
  expect(errors).toEqual([]);
});

it('leaves the others when one cannot be queried, and says which', () => {
  const { targets, errors } = plan({
    datasource: { uid: '-- Mixed --' },
    targets: [
      query('A', 'a', { datasource: { type: 'prometheus', uid: 'x' } }),
      query('B', 'sum('),
      query('C', '{job="c"}', { datasource: { type: 'loki', uid: 'y' } }),
      query('D', 'd', { datasource: { type: 'prometheus', uid: '${ds}' } }),
    ],
  });
  expect(targets.map(({ refId }) => refId)).toEqual(['A', 'D']);
  expect(errors).toEqual([
    'B: The expression ends too early',
    "C: its data source ('loki') is no Prometheus",
  ]);
});

it("puts the viewer's filters and the operator's scope into every selector", () => {
  const scope: LabelMatcher[] = [
    { label: 'team', operator: '=', value: 'media' },
  ];
  const { targets } = plan(
    { targets: [query('A', 'a / on(x) b{team="other"}')] },
    {
      scope,
      chosen: {
        values: {},
        free: [],
        filters: [{ key: 'team', operator: '=~', value: '.*' }],
      },
    },
  );
  const [{ expression }] = targets;
  expect(expression.match(/team="media"/g)).toHaveLength(2);
  expect(expression.match(/team=~"\.\*"/g)).toHaveLength(2);
});

describe('expressions', () => {
  it('are planned beside the queries that they need, hidden ones too', () => {
    const { targets, expressions } = plan(
      {
        targets: [
          query('A', 'a', { hide: true }),
          math('B', '$A * $factor'),
          {
            ...math('C', 'B'),
            type: 'resample',
            window: '$__interval',
            downsampler: 'mean',
          },
          math('D', '1', { hide: true }),
        ],
      },
      {
        variables: [{ name: 'factor', type: 'constant', query: '2' }],
      },
    );
    expect(targets).toMatchObject([{ refId: 'A', isHidden: true, place: 0 }]);
    expect(expressions).toMatchObject([
      { refId: 'B', json: { expression: '$A * 2' }, place: 1 },
      { refId: 'C', json: { window: '30s', expression: 'B' } },
      { refId: 'D', isHidden: true },
    ]);
  });

  it('see both halves of a query that is instant and a range as one', () => {
    const { targets } = plan({
      targets: [
        query('A', 'a', { instant: true, range: true }),
        math('B', '$A'),
      ],
    });
    expect(targets.map(({ refId, instant }) => [refId, instant])).toEqual([
      ['A', true],
      ['A', false],
    ]);
  });
});

describe("a panel that shows another's answers", () => {
  const dashboard = { datasource: { uid: '-- Dashboard --' } };
  const transformation = (id: string): JsonObject => ({ id, options: {} });
  const source = (id: number, panelId: number, changes: JsonObject = {}) => ({
    id,
    type: 'timeseries',
    ...dashboard,
    targets: [{ refId: 'A', panelId, withTransforms: true }],
    ...changes,
  });

  it('queries as that one does', () => {
    const { panelId, targets, sourceTransformations } = plan(
      { ...dashboard, targets: [{ refId: 'A', panelId: 2 }] },
      {
        others: [
          {
            id: 2,
            type: 'table',
            interval: '1h',
            transformations: [transformation('merge')],
            targets: [query('X', 'x', { format: 'table' }), math('Y', '$X')],
          },
        ],
      },
    );
    expect(panelId).toBe(1);
    expect(targets).toMatchObject([
      { refId: 'X', format: 'table', range: { step: 3_600 } },
    ]);
    expect(sourceTransformations).toEqual([]);
  });

  it('tells the transformations of all on the way, when it wants them', () => {
    const { sourceTransformations, targets } = plan(source(1, 2), {
      others: [
        source(2, 3, { transformations: [transformation('organize')] }),
        {
          id: 3,
          type: 'timeseries',
          transformations: [transformation('merge')],
          targets: [query('X', 'x')],
        },
      ],
    });
    expect(targets.map(({ refId }) => refId)).toEqual(['X']);
    expect(sourceTransformations.map(({ id }) => id)).toEqual([
      'merge',
      'organize',
    ]);
  });

  it('is refused by name in a circle, without the other, and beside others', () => {
    expect(
      plan(source(1, 2), { others: [source(2, 3), source(3, 1)] }).errors,
    ).toEqual([
      "A: panels show each other's answers in a circle: 1 → 2 → 3 → 1",
    ]);
    expect(plan(source(1, 9)).errors).toEqual([
      'A: it shows the answers of panel 9, which the dashboard does not have',
    ]);
    const { errors, targets } = plan(
      {
        targets: [
          { refId: 'A', panelId: 2, withTransforms: true, ...dashboard },
          query('B', 'b'),
        ],
      },
      {
        others: [
          {
            id: 2,
            type: 'table',
            transformations: [transformation('merge')],
            targets: [query('X', 'x')],
          },
        ],
      },
    );
    expect(errors).toEqual([
      'A: panel 2 transforms its answers; they can be shown alone, not beside others',
    ]);
    expect(targets.map(({ refId }) => refId)).toEqual(['B']);
  });
});
