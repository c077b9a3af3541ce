import { aText, Fields } from './__testUtils__/anSlo';
import { parseSloDocuments } from './parseSloDocuments';

function aPyrraObject(spec: Fields = {}): Fields {
  return {
    apiVersion: 'pyrra.dev/v1alpha1',
    kind: 'ServiceLevelObjective',
    metadata: {
      name: 'shop-errors',
      namespace: 'monitoring',
      labels: { 'pyrra.dev/team': 'shop', prometheus: 'k8s' },
    },
    spec: {
      target: '99.9',
      window: '4w',
      indicator: {
        ratio: {
          errors: { metric: 'requests_total{code=~"5.."}' },
          total: { metric: 'requests_total' },
        },
      },
      ...spec,
    },
  };
}

const read = (spec?: Fields) => parseSloDocuments(aText(aPyrraObject(spec)));

describe('objects of Pyrra', () => {
  it('are read', () => {
    expect(read({ description: 'Pages open.' })).toEqual({
      problems: [],
      invalid: [],
      definitions: [
        {
          name: 'shop-errors',
          title: 'shop-errors',
          description: 'Pages open.',
          sliName: 'shop-errors',
          service: 'shop-errors',
          sli: {
            type: 'ratio',
            bad: 'increase(requests_total{code=~"5.."}[$window])',
            total: 'increase(requests_total[$window])',
          },
          objective: '0.999',
          window: { type: 'rolling', duration: 2_419_200 },
          budgetingMethod: 'Occurrences',
          source: 'pyrra',
        },
      ],
    });
  });

  it.each<[string, Fields, Fields]>([
    [
      'latency',
      {
        success: { metric: 'seconds_bucket{le="1"}' },
        total: { metric: 'seconds_count' },
      },
      {
        good: 'increase(seconds_bucket{le="1"}[$window])',
        total: 'increase(seconds_count[$window])',
      },
    ],
    [
      'latencyNative',
      { latency: '500ms', total: { metric: 'seconds{a="b"}' } },
      {
        good: 'histogram_fraction(0, 0.5, sum(increase(seconds{a="b"}[$window]))) * histogram_count(sum(increase(seconds{a="b"}[$window])))',
        total: 'histogram_count(sum(increase(seconds{a="b"}[$window])))',
      },
    ],
    [
      'bool_gauge',
      { metric: 'probe_success{a="b"}' },
      {
        good: 'sum_over_time(probe_success{a="b"}[$window])',
        total: 'count_over_time(probe_success{a="b"}[$window])',
      },
    ],
  ])('measure %s', (kind, indicator, expected) => {
    const { definitions, problems } = read({
      indicator: { [kind]: indicator },
    });
    expect(problems).toEqual([]);
    expect(definitions[0].sli).toEqual({ type: 'ratio', ...expected });
  });

  it.each([
    [{ disabled: true }, { enabled: false }],
    [{ burnrates: false }, { enabled: false }],
    [{ burnrates: true, absent: true }, undefined],
  ])('alert as %j says', (alerting, expected) => {
    const { definitions, problems } = read({ alerting });
    expect(problems).toEqual([]);
    expect(definitions[0].alerting).toEqual(expected);
  });

  it.each<[string, Fields, string, RegExp]>([
    ['no target', { target: undefined }, '/spec/target', /missing/],
    ['a target of 100', { target: '100' }, '/spec/target', /no error budget/],
    ['a target with a sign', { target: '99%' }, '/spec/target', /a number/],
    ['no window', { window: undefined }, '/spec/window', /missing/],
    ['twelve weeks and more', { window: '14w' }, '/spec/window', /1h to 90d/],
    ['no indicator', { indicator: {} }, '/spec/indicator', /needs one of/],
    [
      'groups',
      { indicator: { bool_gauge: { metric: 'up', grouping: ['a'] } } },
      '/spec/indicator/bool_gauge/grouping',
      /not supported/,
    ],
    [
      'a function',
      { indicator: { bool_gauge: { metric: 'max(up)' } } },
      '/spec/indicator/bool_gauge/metric',
      /no bare metric/,
    ],
    [
      'no metric',
      { indicator: { ratio: { errors: {}, total: { metric: 'x' } } } },
      '/spec/indicator/ratio/errors/metric',
      /missing/,
    ],
  ])('are left out with %s', (_, spec, pointer, message) => {
    const { definitions, problems, invalid } = read(spec);
    expect(definitions).toEqual([]);
    expect(problems[0]).toMatchObject({
      severity: 'error',
      pointer,
      message: expect.stringMatching(message),
    });
    expect(invalid.map(({ name }) => name)).toEqual(['shop-errors']);
  });

  it('say what of them is not used', () => {
    const { definitions, problems } = read({
      performanceOverAccuracy: true,
      alerting: { name: 'Burn', absent: false },
    });
    expect(definitions).toHaveLength(1);
    expect(
      problems.map(({ severity, pointer }) => [severity, pointer]),
    ).toEqual(
      ['performanceOverAccuracy', 'alerting/name', 'alerting/absent'].map(
        part => ['warning', `/spec/${part}`],
      ),
    );
  });
});
