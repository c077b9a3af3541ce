import {
  aMetric,
  anIndicator,
  anObject,
  anSlo,
  aPolicy,
  aText,
  Fields,
} from './__testUtils__/anSlo';
import { parseOpenSlo } from './parseOpenSlo';

const RATIO = {
  type: 'ratio',
  bad: 'sum(increase(requests_total{code="500"}[$window]))',
  total: 'sum(increase(requests_total[$window]))',
};

function read(...documents: unknown[]) {
  return parseOpenSlo(aText(...documents));
}

/** Reads one SLO that has no fault. */
function readOne(spec: Fields = {}, ...more: unknown[]) {
  const parsed = read(anSlo(spec), ...more);
  expect(parsed.problems).toEqual([]);
  expect(parsed.definitions).toHaveLength(1);
  return parsed.definitions[0];
}

function aThreshold(query: unknown = 'max(queue_length)'): Fields {
  return {
    metadata: { name: 'queue' },
    spec: { thresholdMetric: aMetric(query) },
  };
}

function calendar(duration: string, startTime: string, timeZone = 'UTC') {
  return { timeWindow: [{ duration, calendar: { startTime, timeZone } }] };
}

describe('parseOpenSlo', () => {
  it('reads an SLO with everything inside', () => {
    const { definitions, problems, invalid } = read(
      anSlo(
        { description: ' Uploads work. ' },
        { displayName: 'Uploads', labels: { team: ['a', 'b'], tier: 'gold' } },
      ),
    );
    expect({ problems, invalid }).toEqual({ problems: [], invalid: [] });
    expect(definitions).toEqual([
      {
        name: 'uploads',
        title: 'Uploads',
        description: 'Uploads work.',
        sliName: 'requests',
        service: 'ingestor',
        sli: RATIO,
        objective: '0.999',
        window: { type: 'rolling', duration: 2_592_000 },
        budgetingMethod: 'Occurrences',
        source: 'openslo',
        labels: { team: ['a', 'b'], tier: ['gold'] },
      },
    ]);
  });

  it.each([
    ['one object', (slo: Fields) => aText(slo)],
    ['a list', (slo: Fields) => aText([slo])],
    ['JSON', (slo: Fields) => JSON.stringify(slo, null, '\t')],
    ['a list as JSON', (slo: Fields) => JSON.stringify([slo])],
    ['Windows line ends', (slo: Fields) => aText(slo).replace(/\n/g, '\r\n')],
    ['a byte order mark', (slo: Fields) => `\ufeff${aText(slo)}`],
    ['empty documents around', (slo: Fields) => `---\n---\n${aText(slo)}---\n`],
    ['comments', (slo: Fields) => `# SLOs\n${aText(slo)}# end\n`],
  ])('reads %s', (_, write) => {
    const { definitions, problems } = parseOpenSlo(write(anSlo()));
    expect(problems).toEqual([]);
    expect(definitions.map(({ name }) => name)).toEqual(['uploads']);
  });

  it('finds what references name anywhere in the text', () => {
    const policy = aPolicy() as any;
    const [condition] = policy.spec.conditions;
    const definition = readOne(
      {
        indicator: undefined,
        indicatorRef: 'errors',
        alertPolicies: [{ alertPolicyRef: 'burn' }],
      },
      anObject('Service', 'ingestor', { description: 'Takes uploads' }),
      anObject('SLI', 'errors', {
        ratioMetric: {
          counter: true,
          bad: {
            metricSource: { metricSourceRef: 'main', spec: { query: 'b' } },
          },
          total: {
            metricSource: { metricSourceRef: 'main', spec: { query: 't' } },
          },
        },
      }),
      anObject('DataSource', 'main', { type: 'Prometheus' }),
      anObject('AlertPolicy', 'burn', {
        conditions: [{ conditionRef: 'fast' }],
      }),
      anObject('AlertCondition', 'fast', condition.spec),
    );
    expect(definition).toMatchObject({
      sliName: 'errors',
      sli: { bad: 'increase(b[$window])', total: 'increase(t[$window])' },
      alerting: { catalogue: { pairs: [{ longWindow: 3_600 }] } },
    });
  });

  it('follows anchors and aliases', () => {
    const { definitions } = parseOpenSlo(`
- &first
  apiVersion: openslo/v1
  kind: SLO
  metadata: {name: a}
  spec: &spec ${JSON.stringify(anSlo().spec)}
- {apiVersion: openslo/v1, kind: SLO, metadata: {name: b}, spec: *spec}
`);
    expect(definitions.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it.each([
    ['target: 0.999', '0.999'],
    ['target: 0.9990', '0.999'],
    ['target: .95', '0.95'],
    ['target: 9.99e-1', '0.999'],
    ['target: 0.123456789012', '0.123456789012'],
    ['targetPercent: 99.9', '0.999'],
    ['targetPercent: 99', '0.99'],
    ['targetPercent: 99.95', '0.9995'],
    ['targetPercent: 7', '0.07'],
    ['targetPercent: 0.07', '0.0007'],
  ])('keeps every digit of %s', (text, objective) => {
    const { definitions, problems } = parseOpenSlo(
      aText(anSlo()).replace('target: 0.999', text),
    );
    expect(problems).toEqual([]);
    expect(definitions[0].objective).toBe(objective);
  });

  it.each<[string, Fields, unknown]>([
    ['1h', {}, { type: 'rolling', duration: 3_600 }],
    ['60m', {}, { type: 'rolling', duration: 3_600 }],
    ['4w', {}, { type: 'rolling', duration: 2_419_200 }],
    ['1M', {}, { type: 'rolling', duration: 2_592_000 }],
    ['1Q', {}, { type: 'rolling', duration: 7_776_000 }],
    ['90d', {}, { type: 'rolling', duration: 7_776_000 }],
  ])('reads the rolling window %s', (duration, more, window) => {
    const timeWindow = [{ duration, isRolling: true, ...more }];
    expect(readOne({ timeWindow }).window).toEqual(window);
  });

  it.each<[string, string, Fields]>([
    ['1M', '2024-01-01 00:00:00', { unit: 'month' }],
    ['1M', '2023-07-01 00:00:00', { unit: 'month' }],
    ['1Q', '2023-07-01 00:00:00', { unit: 'quarter' }],
    ['1Y', '2023-01-01 00:00:00', { unit: 'year' }],
    ['1w', '2024-01-01 00:00:00', { unit: 'week' }],
    ['1d', '2024-03-05 00:00:00', { unit: 'day' }],
    ['2M', '2024-03-01 00:00:00', { unit: 'month', count: 2 }],
    [
      '1M',
      '2024-01-15 00:00:00',
      { unit: 'month', startTime: '2024-01-15 00:00:00' },
    ],
    [
      '1M',
      '2024-01-01 12:30:00',
      { unit: 'month', startTime: '2024-01-01 12:30:00' },
    ],
    [
      '1Q',
      '2024-02-01 00:00:00',
      { unit: 'quarter', startTime: '2024-02-01 00:00:00' },
    ],
    [
      '1w',
      '2024-01-02 00:00:00',
      { unit: 'week', startTime: '2024-01-02 00:00:00' },
    ],
    [
      '14d',
      '2024-01-01 00:00:00',
      { unit: 'day', count: 14, startTime: '2024-01-01 00:00:00' },
    ],
    [
      '5M',
      '2024-01-01 00:00:00',
      { unit: 'month', count: 5, startTime: '2024-01-01 00:00:00' },
    ],
  ])('reads %s of the calendar from %s', (duration, startTime, window) => {
    const zone = 'America/New_York';
    expect(readOne(calendar(duration, startTime, zone)).window).toEqual({
      type: 'calendar',
      timeZone: zone,
      ...window,
    });
  });

  it.each<[string, Fields, unknown]>([
    ['Occurrences', {}, undefined],
    [
      'Timeslices',
      { timeSliceTarget: 0.95, timeSliceWindow: '5m' },
      { seconds: 300, target: '0.95' },
    ],
    [
      'Timeslices',
      { timeSliceTarget: 1, timeSliceWindow: '1m' },
      { seconds: 60, target: '1' },
    ],
    ['RatioTimeslices', { timeSliceWindow: '2h' }, { seconds: 7_200 }],
  ])('reads the budgeting method %s', (budgetingMethod, more, timeSlice) => {
    const objectives = [{ target: 0.99, ...more }];
    const definition = readOne({ budgetingMethod, objectives });
    expect(definition.budgetingMethod).toBe(budgetingMethod);
    expect(definition.timeSlice).toEqual(timeSlice);
  });

  it.each([
    ['lt', 500, '<'],
    ['lte', 0.5, '<='],
    ['gt', -1, '>'],
    ['gte', 1e6, '>='],
  ])('compares a figure by %s %p', (op, value, operator) => {
    const objectives = [{ target: 0.99, op, value }];
    expect(readOne({ indicator: aThreshold(), objectives }).sli).toEqual({
      type: 'threshold',
      query: 'max(queue_length)',
      operator,
      value,
    });
  });

  it('reads good events, and a ratio that somebody computes', () => {
    const good = anIndicator({ bad: undefined, good: aMetric('g[$window]') });
    const counted = anIndicator({ bad: undefined, good: aMetric('g') });
    expect(readOne({ indicator: counted }).sli).toEqual({
      type: 'ratio',
      good: 'increase(g[$window])',
      total: RATIO.total,
    });
    expect(read(anSlo({ indicator: good })).invalid).toHaveLength(1);
    const raw = (rawType: string) => ({
      spec: { ratioMetric: { rawType, raw: aMetric('job:ratio') } },
    });
    expect(readOne({ indicator: raw('failure') }).sli).toEqual({
      type: 'raw',
      errorRatio: 'job:ratio',
    });
    expect(readOne({ indicator: raw('success') }).sli).toEqual({
      type: 'raw',
      errorRatio: '1 - (job:ratio)',
    });
  });

  it('makes an SLO of each objective', () => {
    const { definitions } = read(
      anSlo({
        objectives: [
          { target: 0.999, displayName: 'Ours' },
          { targetPercent: 99.5 },
        ],
      }),
    );
    expect(
      definitions.map(({ name, title, sliName }) => [name, title, sliName]),
    ).toEqual([
      ['uploads-1', 'uploads (Ours)', 'requests'],
      ['uploads-2', 'uploads (99.5 %)', 'requests'],
    ]);
  });

  it('gives thresholds of several objectives SLIs of their own', () => {
    const { definitions, problems } = read(
      anSlo({
        indicator: aThreshold(),
        objectives: [
          { target: 0.9, op: 'lt', value: 1 },
          { target: 0.99, op: 'lt', value: 5 },
        ],
      }),
    );
    expect(definitions.map(({ sliName }) => sliName)).toEqual([
      'queue',
      'uploads-2',
    ]);
    expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('reads the indicator of an only objective', () => {
    const objectives = [{ target: 0.99, indicator: anIndicator() }];
    expect(readOne({ indicator: undefined, objectives }).sli).toEqual(RATIO);
  });

  it('keeps apart SLIs that have one name and measure different things', () => {
    const other = anIndicator({ total: aMetric('increase(x[$window])') });
    const { definitions } = read(
      anSlo(),
      anSlo({ indicator: other }, { name: 'b' }),
      anSlo({}, { name: 'c' }),
    );
    expect(definitions.map(({ sliName }) => sliName)).toEqual([
      'requests',
      'b',
      'requests',
    ]);
  });

  describe('alert policies', () => {
    const DAY = 86_400;

    it('become burn-rate pairs, from the fastest to the slowest', () => {
      const { alerting } = readOne({
        alertPolicies: [
          aPolicy(
            { threshold: 1, lookbackWindow: '3d' },
            { severity: 'ticket' },
          ),
          aPolicy(),
          aPolicy({ threshold: 6, lookbackWindow: '6h' }, { severity: 'sev1' }),
        ],
      });
      expect(alerting).toEqual({
        catalogue: {
          name: 'uploads',
          pairs: [
            {
              tier: 'fast',
              severity: 'page',
              longWindow: 3_600,
              shortWindow: 300,
              budgetPercent: '2',
            },
            {
              tier: 'medium',
              severity: 'page',
              longWindow: 21_600,
              shortWindow: 1_800,
              budgetPercent: '5',
            },
            {
              tier: 'slow',
              severity: 'ticket',
              longWindow: 3 * DAY,
              shortWindow: 21_600,
              budgetPercent: '10',
            },
          ],
        },
      });
    });

    it.each([
      ['page', 'page'],
      ['Critical', 'page'],
      ['P1', 'page'],
      ['SEV0', 'page'],
      ['warning', 'ticket'],
      ['p3', 'ticket'],
      ['low', 'ticket'],
    ])('know the severity %s', (severity, expected) => {
      const { alerting } = readOne({
        alertPolicies: [aPolicy({}, { severity })],
      });
      expect(alerting?.catalogue?.pairs[0].severity).toBe(expected);
    });

    it('name their short window in an annotation, or have a twelfth', () => {
      const shortOf = (lookbackWindow: string, annotations: Fields) =>
        readOne({
          alertPolicies: [aPolicy({ lookbackWindow }, { annotations })],
        }).alerting?.catalogue?.pairs[0].shortWindow;
      expect(shortOf('1h', {})).toBe(300);
      expect(shortOf('2h', {})).toBe(600);
      expect(shortOf('70m', {})).toBe(600);
      expect(shortOf('1h', { 'sightline/short-window': '10m' })).toBe(600);
    });

    it('that tell nobody when the budget burns make no alert', () => {
      const { definitions, problems } = read(
        anSlo({ alertPolicies: [aPolicy({}, { alertWhenBreaching: false })] }),
      );
      expect(definitions[0].alerting).toEqual({ enabled: false });
      expect(problems).toMatchObject([
        {
          severity: 'warning',
          pointer: '/spec/alertPolicies/0/spec/alertWhenBreaching',
        },
      ]);
    });

    it('need not be there', () => {
      expect(readOne({ alertPolicies: null })).not.toHaveProperty('alerting');
      expect(readOne({ alertPolicies: [] })).not.toHaveProperty('alerting');
    });
  });
});
