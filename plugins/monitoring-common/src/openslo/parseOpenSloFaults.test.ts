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

const ROLLING = { duration: '30d', isRolling: true };
const CALENDAR = { startTime: '2024-01-01 00:00:00', timeZone: 'UTC' };
const WINDOW = '/spec/timeWindow/0';
const RATIO = '/spec/indicator/spec/ratioMetric';
const POLICY = '/spec/alertPolicies/0';
const CONDITION = `${POLICY}/spec/conditions/0/spec/condition`;

function objective(more: Fields): Fields {
  return { objectives: [{ target: 0.99, ...more }] };
}

function slices(more: Fields, budgetingMethod = 'Timeslices'): Fields {
  return {
    budgetingMethod,
    ...objective({ timeSliceTarget: 0.9, timeSliceWindow: '5m', ...more }),
  };
}

function calendar(duration: string, more: Fields = {}): Fields {
  return { timeWindow: [{ duration, calendar: { ...CALENDAR, ...more } }] };
}

function ratio(more: Fields): Fields {
  return { indicator: anIndicator(more) };
}

function threshold(more: Fields): Fields {
  return {
    indicator: { spec: { thresholdMetric: aMetric('max(x)') } },
    ...objective(more),
  };
}

function condition(more: Fields): Fields {
  return { alertPolicies: [aPolicy(more)] };
}

describe('faults of an OpenSLO SLO', () => {
  it.each<[string, Fields, string, RegExp]>([
    ['no service', { service: undefined }, '/spec/service', /missing/],
    [
      'no indicator',
      { indicator: undefined },
      '/spec',
      /indicator or an indicatorRef/,
    ],
    [
      'two indicators',
      { indicatorRef: 'a' },
      '/spec/indicatorRef',
      /exclude each other/,
    ],
    [
      'a lost indicator',
      { indicator: undefined, indicatorRef: 'a' },
      '/spec/indicatorRef',
      /SLI 'a', which is not in this text/,
    ],
    [
      'no metric',
      { indicator: { spec: {} } },
      '/spec/indicator/spec',
      /ratioMetric and thresholdMetric/,
    ],
    [
      'two metrics',
      { indicator: { spec: { ratioMetric: {}, thresholdMetric: {} } } },
      '/spec/indicator/spec',
      /only one/,
    ],
    ['no window', { timeWindow: undefined }, '/spec/timeWindow', /missing/],
    ['an empty window', { timeWindow: [] }, '/spec/timeWindow', /exactly one/],
    [
      'two windows',
      { timeWindow: [ROLLING, ROLLING] },
      '/spec/timeWindow',
      /exactly one/,
    ],
    [
      'a window that is no list',
      { timeWindow: ROLLING },
      '/spec/timeWindow',
      /list/,
    ],
    [
      'no duration',
      { timeWindow: [{ isRolling: true }] },
      `${WINDOW}/duration`,
      /missing/,
    ],
    [
      'a window that is neither',
      { timeWindow: [{ duration: '30d' }] },
      WINDOW,
      /isRolling: true, or a calendar/,
    ],
    [
      'a window that is both',
      { timeWindow: [{ ...ROLLING, calendar: CALENDAR }] },
      `${WINDOW}/calendar`,
      /exclude each other/,
    ],
    [
      'isRolling as text',
      { timeWindow: [{ duration: '30d', isRolling: 'yes' }] },
      `${WINDOW}/isRolling`,
      /true or false, not 'yes'/,
    ],
    [
      'seconds',
      { timeWindow: [{ ...ROLLING, duration: '90s' }] },
      `${WINDOW}/duration`,
      /'90s' is no duration/,
    ],
    [
      'a space',
      { timeWindow: [{ ...ROLLING, duration: '30 d' }] },
      `${WINDOW}/duration`,
      /no duration/,
    ],
    [
      'a fraction',
      { timeWindow: [{ ...ROLLING, duration: '1.5d' }] },
      `${WINDOW}/duration`,
      /no duration/,
    ],
    [
      'a minute for a month',
      { timeWindow: [{ ...ROLLING, duration: '1m' }] },
      `${WINDOW}/duration`,
      /m is minutes; is 1M \(months\) meant/,
    ],
    [
      'too long',
      { timeWindow: [{ ...ROLLING, duration: '91d' }] },
      `${WINDOW}/duration`,
      /1h to 90d.*calendar/,
    ],
    [
      'a rolling year',
      { timeWindow: [{ ...ROLLING, duration: '1Y' }] },
      `${WINDOW}/duration`,
      /1h to 90d/,
    ],
    [
      'a calendar of a minute',
      calendar('1m'),
      `${WINDOW}/duration`,
      /is 1M \(months\) meant/,
    ],
    [
      'a calendar of hours',
      calendar('12h'),
      `${WINDOW}/duration`,
      /counted in d, w, M, Q or Y/,
    ],
    ['two years', calendar('2Y'), `${WINDOW}/duration`, /up to a year/],
    [
      'no start',
      calendar('1M', { startTime: undefined }),
      `${WINDOW}/calendar/startTime`,
      /missing/,
    ],
    [
      'no zone',
      calendar('1M', { timeZone: undefined }),
      `${WINDOW}/calendar/timeZone`,
      /missing/,
    ],
    [
      'a zone that is none',
      calendar('1M', { timeZone: 'Mars/Base' }),
      `${WINDOW}/calendar/timeZone`,
      /IANA/,
    ],
    [
      'an offset',
      calendar('1M', { timeZone: '+01:00' }),
      `${WINDOW}/calendar/timeZone`,
      /IANA/,
    ],
    [
      'a start with a zone',
      calendar('1M', { startTime: '2024-01-01T00:00:00Z' }),
      `${WINDOW}/calendar/startTime`,
      /YYYY-MM-DD/,
    ],
    [
      'a day that is none',
      calendar('1M', { startTime: '2024-02-30 00:00:00' }),
      `${WINDOW}/calendar/startTime`,
      /no time/,
    ],
    [
      'the 31st',
      calendar('1M', { startTime: '2024-01-31 00:00:00' }),
      `${WINDOW}/calendar/startTime`,
      /28th/,
    ],
    [
      'no method',
      { budgetingMethod: undefined },
      '/spec/budgetingMethod',
      /missing/,
    ],
    [
      'a method in lower case',
      { budgetingMethod: 'occurrences' },
      '/spec/budgetingMethod',
      /Is Occurrences meant/,
    ],
    [
      'a method misspelt',
      { budgetingMethod: 'TimeSlices' },
      '/spec/budgetingMethod',
      /Is Timeslices meant/,
    ],
    ['no objectives', { objectives: undefined }, '/spec/objectives', /missing/],
    [
      'empty objectives',
      { objectives: [] },
      '/spec/objectives',
      /at least one/,
    ],
    [
      'a composite',
      {
        indicator: undefined,
        objectives: [
          { target: 0.9, indicator: anIndicator() },
          { target: 0.9, indicatorRef: 'x' },
        ],
      },
      '/spec/objectives',
      /composite.*not supported/,
    ],
    [
      'indicators on two levels',
      objective({ indicatorRef: 'x' }),
      '/spec/objectives/0',
      /in one of both places/,
    ],
    [
      'no target',
      objective({ target: undefined }),
      '/spec/objectives/0',
      /^objectives\[0\] needs one of target and targetPercent/,
    ],
    [
      'two targets',
      objective({ targetPercent: 99 }),
      '/spec/objectives/0',
      /only one/,
    ],
    [
      'a target of 1',
      objective({ target: 1 }),
      '/spec/objectives/0/target',
      /between 0 and 1, both excluded/,
    ],
    [
      'a target of 0',
      objective({ target: 0 }),
      '/spec/objectives/0/target',
      /nothing to measure/,
    ],
    [
      'a target below 0',
      objective({ target: -0.5 }),
      '/spec/objectives/0/target',
      /between 0 and 1/,
    ],
    [
      'a percentage as target',
      objective({ target: 99.9 }),
      '/spec/objectives/0/target',
      /Is targetPercent: 99.9 meant/,
    ],
    [
      '100 per cent',
      objective({ target: undefined, targetPercent: 100 }),
      '/spec/objectives/0/targetPercent',
      /between 0 and 100/,
    ],
    [
      'a target that is no number',
      objective({ target: 'high' }),
      '/spec/objectives/0/target',
      /must be a number, not 'high'/,
    ],
    [
      'a target too fine',
      objective({ target: 0.1234567890123 }),
      '/spec/objectives/0/target',
      /at most 12 decimals/,
    ],
    [
      'no slice target',
      slices({ timeSliceTarget: undefined }),
      '/spec/objectives/0/timeSliceTarget',
      /missing/,
    ],
    [
      'a slice target of 0',
      slices({ timeSliceTarget: 0 }),
      '/spec/objectives/0/timeSliceTarget',
      /above 0/,
    ],
    [
      'a slice target in per cent',
      slices({ timeSliceTarget: 95 }),
      '/spec/objectives/0/timeSliceTarget',
      /Is 0.95 meant/,
    ],
    [
      'no slice',
      slices({ timeSliceWindow: undefined }),
      '/spec/objectives/0/timeSliceWindow',
      /Timeslices needs/,
    ],
    [
      'no slice for ratios',
      slices(
        { timeSliceWindow: undefined, timeSliceTarget: undefined },
        'RatioTimeslices',
      ),
      '/spec/objectives/0/timeSliceWindow',
      /RatioTimeslices needs/,
    ],
    [
      'a slice of two minutes',
      slices({ timeSliceWindow: '2m' }),
      '/spec/objectives/0/timeSliceWindow',
      /5m is the nearest/,
    ],
    [
      'a slice as long as the window',
      slices({ timeSliceWindow: '30d' }),
      '/spec/objectives/0/timeSliceWindow',
      /no slice of/,
    ],
    [
      'no comparison',
      threshold({ value: 1 }),
      '/spec/objectives/0/op',
      /missing/,
    ],
    [
      'a sign for a word',
      threshold({ op: '<', value: 1 }),
      '/spec/objectives/0/op',
      /Is lt meant/,
    ],
    [
      'a comparison in capitals',
      threshold({ op: 'LTE', value: 1 }),
      '/spec/objectives/0/op',
      /Is lte meant/,
    ],
    [
      'no value',
      threshold({ op: 'lt' }),
      '/spec/objectives/0/value',
      /missing/,
    ],
    [
      'a value that is none',
      threshold({ op: 'lt', value: '500ms' }),
      '/spec/objectives/0/value',
      /must be a number/,
    ],
    ['no total', ratio({ total: undefined }), RATIO, /needs total/],
    [
      'good and bad',
      ratio({ good: aMetric('x') }),
      RATIO,
      /one of good and bad/,
    ],
    [
      'neither good nor bad',
      ratio({ bad: undefined }),
      RATIO,
      /one of good and bad/,
    ],
    [
      'raw and total',
      ratio({ raw: aMetric('x'), rawType: 'success' }),
      RATIO,
      /exclude each other/,
    ],
    [
      'raw without its type',
      { indicator: { spec: { ratioMetric: { raw: aMetric('x') } } } },
      `${RATIO}/rawType`,
      /success .* or failure/,
    ],
    [
      'counter as text',
      ratio({ counter: 'yes' }),
      `${RATIO}/counter`,
      /true or false/,
    ],
    [
      'one query twice',
      ratio({ bad: aMetric('x'), total: aMetric('x') }),
      `${RATIO}/bad/metricSource/spec/query`,
      /same query/,
    ],
    ['no source', ratio({ bad: {} }), `${RATIO}/bad/metricSource`, /missing/],
    [
      'no type',
      ratio({ bad: { metricSource: { spec: { query: 'x' } } } }),
      `${RATIO}/bad/metricSource/type`,
      /missing.*Prometheus/,
    ],
    [
      'another source',
      ratio({ bad: aMetric('sum:x{*}', { type: 'Datadog' }) }),
      `${RATIO}/bad/metricSource/type`,
      /'Datadog' is no source that is asked in PromQL/,
    ],
    [
      'no query',
      ratio({ bad: { metricSource: { type: 'Prometheus', spec: {} } } }),
      `${RATIO}/bad/metricSource/spec`,
      /PromQL in a field `query`/,
    ],
    [
      'a query of two fields',
      ratio({
        bad: {
          metricSource: { type: 'Prometheus', spec: { query: 'x', expr: 'x' } },
        },
      }),
      `${RATIO}/bad/metricSource/spec`,
      /2 times: query, expr/,
    ],
    [
      'a query that is no text',
      ratio({ bad: aMetric(['x']) }),
      `${RATIO}/bad/metricSource/spec/query`,
      /must be a text/,
    ],
    [
      'a bare selector without counter',
      ratio({ counter: undefined, bad: aMetric('x') }),
      `${RATIO}/bad/metricSource/spec/query`,
      /counter: true/,
    ],
    [
      'a lost policy',
      { alertPolicies: [{ alertPolicyRef: 'x' }] },
      `${POLICY}/alertPolicyRef`,
      /AlertPolicy 'x'/,
    ],
    [
      'a policy without condition',
      { alertPolicies: [{ ...aPolicy(), spec: {} }] },
      `${POLICY}/spec/conditions`,
      /exactly one/,
    ],
    [
      'another kind',
      condition({ kind: 'budget' }),
      `${CONDITION}/kind`,
      /must be burnrate/,
    ],
    [
      'an alert on what does not burn',
      condition({ op: 'lte' }),
      `${CONDITION}/op`,
      /write gt/,
    ],
    [
      'no threshold',
      condition({ threshold: undefined }),
      `${CONDITION}/threshold`,
      /missing/,
    ],
    [
      'a threshold of 0',
      condition({ threshold: 0 }),
      `${CONDITION}/threshold`,
      /above 0/,
    ],
    [
      'no lookback',
      condition({ lookbackWindow: undefined }),
      `${CONDITION}/lookbackWindow`,
      /missing/,
    ],
    [
      'a lookback of a minute',
      condition({ lookbackWindow: '1m' }),
      `${CONDITION}/lookbackWindow`,
      /multiple of 5m/,
    ],
    [
      'a lookback beyond the window',
      condition({ lookbackWindow: '31d' }),
      `${CONDITION}/lookbackWindow`,
      /longer than the window/,
    ],
    [
      'no severity',
      { alertPolicies: [aPolicy({}, { severity: null })] },
      `${POLICY}/spec/conditions/0/spec/severity`,
      /missing/,
    ],
    [
      'five pairs',
      { alertPolicies: Array(5).fill(aPolicy()) },
      '/spec/alertPolicies',
      /at most 4/,
    ],
  ])('leave it out: %s', (_, spec, pointer, message) => {
    const text = aText(anSlo({}, { name: 'good' }), anSlo(spec));
    const { definitions, problems, invalid } = parseOpenSlo(text);
    expect(definitions.map(({ name }) => name)).toEqual(['good']);
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors[0]).toMatchObject({
      pointer,
      document: 1,
      message: expect.stringMatching(message),
    });
    expect(errors[0].line).toBeGreaterThan(
      text.split('\n---\n')[0].split('\n').length,
    );
    expect(invalid).toEqual([{ name: 'uploads', message: errors[0].message }]);
  });

  it.each<[string, Fields, Fields, string, RegExp]>([
    [
      'an unknown field',
      { indicatorref: 'x' },
      {},
      '/spec/indicatorref',
      /no field of spec.*Is indicatorRef meant/,
    ],
    [
      'an unknown field of metadata',
      {},
      { owner: 'me' },
      '/metadata/owner',
      /no field of metadata/,
    ],
    [
      'a long description',
      { description: 'x'.repeat(1_051) },
      {},
      '/spec/description',
      /1050/,
    ],
    [
      'a long title',
      {},
      { displayName: 'x'.repeat(64) },
      '/metadata/displayName',
      /63/,
    ],
    [
      'a label that is none',
      {},
      { labels: { 'a b': 'c' } },
      '/metadata/labels/a b',
      /no name of a label/,
    ],
    [
      'a label of maps',
      {},
      { labels: { a: { b: 'c' } } },
      '/metadata/labels/a',
      /text or a list/,
    ],
    [
      'an annotation that is none',
      {},
      { annotations: { 'A/b/c': 'd' } },
      '/metadata/annotations/A~1b~1c',
      /no name of an annotation/,
    ],
    [
      'op with a ratio',
      objective({ op: 'gt' }),
      {},
      '/spec/objectives/0/op',
      /thresholdMetric only/,
    ],
    [
      'value with a ratio',
      objective({ value: 1 }),
      {},
      '/spec/objectives/0/value',
      /thresholdMetric only/,
    ],
    [
      'slices without a method for them',
      objective({ timeSliceWindow: '5m' }),
      {},
      '/spec/objectives/0/timeSliceWindow',
      /no meaning with Occurrences/,
    ],
    [
      'minutes as a number',
      slices({ timeSliceWindow: 5 }),
      {},
      '/spec/objectives/0/timeSliceWindow',
      /written as 5m/,
    ],
    [
      'a slice target for ratios',
      slices({}, 'RatioTimeslices'),
      {},
      '/spec/objectives/0/timeSliceTarget',
      /no meaning/,
    ],
    [
      'a weight',
      objective({ compositeWeight: 2 }),
      {},
      '/spec/objectives/0/compositeWeight',
      /composite/,
    ],
    [
      'a number in quotes',
      objective({ target: '0.99' }),
      {},
      '/spec/objectives/0/target',
      /in quotes/,
    ],
    [
      'rawType without raw',
      ratio({ rawType: 'success' }),
      {},
      `${RATIO}/rawType`,
      /not used/,
    ],
    [
      'more in the source',
      ratio({
        bad: {
          metricSource: {
            type: 'Prometheus',
            spec: { query: 'x', queryType: 'promql' },
          },
        },
      }),
      {},
      `${RATIO}/bad/metricSource/spec/queryType`,
      /not used/,
    ],
    [
      'a source elsewhere',
      ratio({
        bad: {
          metricSource: { metricSourceRef: 'main', spec: { query: 'x' } },
        },
      }),
      {},
      `${RATIO}/bad/metricSource/metricSourceRef`,
      /DataSource 'main'/,
    ],
    [
      'a fixed window',
      ratio({ bad: aMetric('increase(x[5m])') }),
      {},
      `${RATIO}/bad/metricSource/spec/query`,
      /fixed \[5m\]/,
    ],
    [
      'an unknown severity',
      { alertPolicies: [aPolicy({}, { severity: 'loud' })] },
      {},
      `${POLICY}/spec/conditions/0/spec/severity`,
      /read as ticket/,
    ],
    [
      'alertAfter',
      condition({ alertAfter: '5m' }),
      {},
      `${CONDITION}/alertAfter`,
      /not used/,
    ],
    [
      'targets',
      {
        alertPolicies: [
          aPolicy({}, { notificationTargets: [{ targetRef: 'x' }] }),
        ],
      },
      {},
      `${POLICY}/spec/notificationTargets`,
      /monitoring\/notify/,
    ],
  ])(
    'are warnings where no figure changes: %s',
    (_, spec, metadata, pointer, message) => {
      const { definitions, problems } = parseOpenSlo(
        aText(anSlo(spec, metadata)),
      );
      expect(problems).toMatchObject([
        {
          severity: 'warning',
          pointer,
          message: expect.stringMatching(message),
        },
      ]);
      expect(definitions).toHaveLength(1);
    },
  );

  it.each<[string, Fields, RegExp]>([
    [
      'the first draft',
      { apiVersion: 'openslo/v1alpha', kind: 'SLO' },
      /first draft.*openslo\/v1/,
    ],
    [
      'a later draft',
      { apiVersion: 'openslo.com/v2alpha', kind: 'SLO' },
      /draft.*openslo\/v1/,
    ],
    [
      'a later draft by another name',
      { apiVersion: 'openslo/v2alpha1', kind: 'SLO' },
      /draft/,
    ],
    [
      "Pyrra's",
      { apiVersion: 'pyrra.dev/v1alpha1', kind: 'ServiceLevelObjective' },
      /an object of Pyrra, and OpenSLO is expected/,
    ],
    ["Nobl9's", { apiVersion: 'n9/v1alpha', kind: 'SLO' }, /Nobl9/],
    [
      'something else',
      { apiVersion: 'v1', kind: 'ConfigMap' },
      /'v1' is not read/,
    ],
    ['nothing', { kind: 'SLO' }, /missing.*openslo\/v1/],
    [
      'capitals',
      { apiVersion: 'OpenSLO/v1', kind: 'SLO' },
      /is not read; openslo\/v1 is/,
    ],
    [
      'an unknown kind',
      { apiVersion: 'openslo/v1', kind: 'Slo' },
      /Is SLO meant/,
    ],
    ['no kind', { apiVersion: 'openslo/v1' }, /kind is missing/],
    [
      "Sloth's",
      { version: 'prometheus/v1', service: 'a' },
      /is a specification of Sloth, and OpenSLO is expected/,
    ],
  ])('say what a document is: %s', (_, document, message) => {
    const { definitions, problems } = parseOpenSlo(aText(document, anSlo()));
    expect(definitions).toHaveLength(1);
    expect(problems).toMatchObject([
      {
        severity: 'error',
        document: 0,
        message: expect.stringMatching(message),
      },
    ]);
  });

  it('say it when a name is no name, and show the SLO by what is left of it', () => {
    const { invalid } = parseOpenSlo(aText(anSlo({}, { name: 'My_SLO' })));
    expect(invalid).toEqual([
      {
        name: 'my-slo',
        message: expect.stringContaining('lower-case letters'),
      },
    ]);
  });

  it('say it when two objects have one name, and use the first', () => {
    const { definitions, problems } = parseOpenSlo(
      aText(anSlo(), anSlo({ objectives: [{ target: 0.5 }] })),
    );
    expect(definitions.map(({ objective: target }) => target)).toEqual([
      '0.999',
    ]);
    expect(problems).toMatchObject([
      { severity: 'error', document: 1, pointer: '/metadata/name' },
    ]);
  });

  it('are found in objects that nothing refers to', () => {
    const { problems } = parseOpenSlo(
      aText(
        anObject('SLI', 'a', {}),
        anObject('DataSource', 'b', { connectionDetails: {} }),
        anObject('AlertPolicy', 'c', { alertWhenNoData: 'x' }),
        anObject('AlertCondition', 'd', { severity: 'page' }),
        anObject('AlertNotificationTarget', 'e', {}),
        anObject('Service', 'f', { owner: 'x' }),
      ),
    );
    expect(
      problems.map(({ document, severity, pointer }) => [
        document,
        severity,
        pointer,
      ]),
    ).toEqual([
      [0, 'error', '/spec'],
      [1, 'error', '/spec/type'],
      [1, 'warning', '/spec/connectionDetails'],
      [2, 'error', '/spec/alertWhenNoData'],
      [3, 'error', '/spec/condition'],
      [4, 'error', '/spec/target'],
      [5, 'warning', '/spec/owner'],
    ]);
  });

  it('of an SLI are told once, and leave out every SLO that measures it', () => {
    const slo = { indicator: undefined, indicatorRef: 'a' };
    const { problems, invalid } = parseOpenSlo(
      aText(
        anSlo(slo),
        anSlo(slo, { name: 'b' }),
        anObject('SLI', 'a', { ratioMetric: {} }),
      ),
    );
    expect(problems).toHaveLength(1);
    expect(problems[0].document).toBe(2);
    expect(invalid.map(({ name }) => name)).toEqual(['uploads', 'b']);
  });

  it('say it when a field is written twice, and which', () => {
    const text = aText(anSlo()).replace(
      'service: ingestor',
      'service: ingestor\n  service: other',
    );
    const { invalid, problems } = parseOpenSlo(text);
    expect(invalid).toHaveLength(1);
    expect(problems).toMatchObject([
      { pointer: '/spec/service', message: expect.stringContaining('twice') },
    ]);
  });

  it('say where a text is no YAML, and use the other documents', () => {
    const { definitions, problems } = parseOpenSlo(
      `${aText(anSlo())}---\nkind: SLO\n  a: [\n`,
    );
    expect(definitions).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      severity: 'error',
      document: 1,
      message: expect.stringMatching(/^This is no YAML: .* left out$/),
    });
  });

  it.each(['', '\n', '---\n', '# nothing', 'null'])(
    'say it when %p has nothing',
    text => {
      expect(parseOpenSlo(text).problems).toMatchObject([
        { severity: 'error', message: 'The text has no documents' },
      ]);
    },
  );

  it.each(['text', '5', '[1, 2]', '- - a', 'true'])(
    'say it when %p is no document',
    text => {
      expect(parseOpenSlo(text).problems[0].message).toMatch(
        /A document is a map/,
      );
    },
  );
});
