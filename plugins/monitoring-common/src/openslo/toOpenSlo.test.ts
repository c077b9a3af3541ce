import fc from 'fast-check';
import { SloWindow } from '../annotations/types';
import { sloWindowSeconds } from '../slo/windows/sloWindowSeconds';
import {
  BudgetingMethod,
  BurnRateCatalogue,
  Sli,
  Slo,
  SloAlerting,
  TimeSlice,
} from '../slo/types';
import { bindSloDefinition } from './bindSloDefinition';
import { parseOpenSlo } from './parseOpenSlo';
import { SloDefinition } from './SloDefinition';
import { toOpenSlo } from './toOpenSlo';

const name = fc
  .array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { minLength: 1, maxLength: 3 })
  .map(parts => parts.join('-'));

/** Text for people, with what YAML makes something else of. */
const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      'yes',
      '1.0',
      '~',
      '- a',
      'a: b',
      '# c',
      '"',
      '0x1',
      'null',
    ),
  )
  .map(text => text.trim())
  .filter(
    text =>
      text !== '' &&
      text.length <= 63 &&
      // eslint-disable-next-line no-control-regex
      !/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text),
  );

const share = fc
  .integer({ min: 1, max: 999_999 })
  .map(millionths =>
    `0.${String(millionths).padStart(6, '0')}`.replace(/0+$/, ''),
  );

const seconds = fc.integer({ min: 1, max: 60_000 }).map(value => value / 1_000);

const sli: fc.Arbitrary<Sli> = fc.oneof(
  fc.constantFrom<Sli>(
    {
      type: 'ratio',
      bad: 'sum(increase(x{$selector, code=~"5..|a\\"b"}[$window]))',
      total: 'sum(increase(x{$selector}[$window]))',
    },
    {
      type: 'ratio',
      good: 'increase({__name__="y"}[$window] offset 5m)',
      total: 'count_over_time((z > 1)[$window:1m])',
    },
    { type: 'raw', errorRatio: '1 - (a{$selector} / b)' },
    {
      type: 'raw',
      errorRatio: 'sum(rate(a[$window])) / sum(rate(b[$window]))',
    },
    { type: 'uptime', gauge: 'up{$selector}' },
    { type: 'uptime', gauge: 'probe_success' },
  ),
  fc.record(
    {
      type: fc.constant('latency' as const),
      histogram: fc.constantFrom('http_request_duration_seconds', 'a:b'),
      native: fc.boolean(),
      unitSeconds: fc.constantFrom(1, 0.001),
      matchers: fc.constantFrom('code!~"5.."', 'a="b", c=~"d|e"'),
      thresholdSeconds: seconds,
    },
    { requiredKeys: ['type', 'histogram', 'thresholdSeconds'] },
  ),
  fc.record({
    type: fc.constant('threshold' as const),
    query: fc.constantFrom('max(rate(x{$selector}[5m]))', 'queue_length'),
    operator: fc.constantFrom('<' as const, '<=', '>', '>='),
    value: fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map(value => value + 0 || 0),
  }),
);

const rolling = fc
  .integer({ min: 60, max: 90 * 24 * 60 })
  .map((minutes): SloWindow => ({ type: 'rolling', duration: minutes * 60 }));
const calendar = fc
  .record({
    unit: fc.constantFrom('day' as const, 'week', 'month', 'quarter', 'year'),
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York'),
  })
  .map((window): SloWindow => ({ type: 'calendar', ...window }));
const otherCalendar = fc.constantFrom<SloWindow>(
  {
    type: 'calendar',
    unit: 'day',
    count: 14,
    timeZone: 'UTC',
    startTime: '2024-01-01 00:00:00',
  },
  { type: 'calendar', unit: 'month', count: 2, timeZone: 'UTC' },
  {
    type: 'calendar',
    unit: 'month',
    timeZone: 'UTC',
    startTime: '2020-01-21 12:30:00',
  },
);

const methods: fc.Arbitrary<{
  budgetingMethod: BudgetingMethod;
  timeSlice?: TimeSlice;
}> = fc.oneof(
  fc.constant({ budgetingMethod: 'Occurrences' as const }),
  fc.record({
    budgetingMethod: fc.constant('Timeslices' as const),
    timeSlice: fc.record({
      seconds: fc.constantFrom(60, 300, 600, 1_800),
      target: fc.oneof(share, fc.constant('1')),
    }),
  }),
  fc.record({
    budgetingMethod: fc.constant('RatioTimeslices' as const),
    timeSlice: fc.record({ seconds: fc.constantFrom(60, 300, 3_000) }),
  }),
);

type Pair = BurnRateCatalogue['pairs'][number];

/** Windows in steps of five minutes within the SLO's. */
function catalogueFor(window: SloWindow): fc.Arbitrary<BurnRateCatalogue> {
  const steps = Math.floor(sloWindowSeconds(window) / 300);
  const pair = (tier: Pair['tier']): fc.Arbitrary<Pair> =>
    fc
      .tuple(
        fc.constantFrom('page' as const, 'ticket' as const),
        fc.integer({ min: 1, max: steps }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 1_000 }),
      )
      .map(([severity, long, part, tenths]) => ({
        tier,
        severity,
        longWindow: long * 300,
        shortWindow: Math.ceil(long / part) * 300,
        budgetPercent: String(tenths / 10),
      }));
  return fc.record({
    name,
    pairs: fc
      .subarray(['fast', 'medium', 'slow', 'long'] as const, { minLength: 1 })
      .chain(tiers => fc.tuple(...tiers.map(pair))),
  });
}

const definition: fc.Arbitrary<SloDefinition> = fc
  .oneof(rolling, calendar, otherCalendar)
  .chain(window =>
    fc.record(
      {
        name,
        title: words,
        description: words,
        sliName: name,
        service: words,
        sli,
        objective: share,
        window: fc.constant(window),
        method: methods,
        alerting: fc
          .record(
            {
              enabled: fc.boolean(),
              catalogue: catalogueFor(window),
              minimumEvents: fc.nat(),
            },
            { requiredKeys: [] },
          )
          .map((alerting): SloAlerting | undefined =>
            Object.keys(alerting).length > 0 ? alerting : undefined,
          ),
        labels: fc.constantFrom<Record<string, string[]>>(
          { team: ['a', 'b'] },
          { tier: ['1'] },
        ),
        source: fc.constant('openslo' as const),
      },
      {
        requiredKeys: [
          ...(['name', 'title', 'sliName', 'service', 'sli'] as const),
          ...(['objective', 'window', 'method', 'source'] as const),
        ],
      },
    ),
  )
  .map(({ method, alerting, ...rest }) => ({
    ...rest,
    ...method,
    ...(alerting ? { alerting } : {}),
  }));

const SLO: Slo = {
  id: 'latency-500-ms--stage',
  entityRef: 'component:default/ingestor',
  environment: 'stage',
  title: 'Latency ≤ 500 ms · stage',
  sliId: 'http:latency',
  sli: {
    type: 'latency',
    histogram: 'http_request_duration_seconds',
    thresholdSeconds: 0.5,
  },
  selector: 'service="ingestor", env="stage"',
  objective: '0.95',
  window: { type: 'rolling', duration: 2_592_000 },
};

describe('toOpenSlo', () => {
  it('writes what parseOpenSlo reads as the same SLO', () => {
    fc.assert(
      fc.property(definition, slo => {
        const { definitions, problems } = parseOpenSlo(toOpenSlo(slo));
        expect(problems).toEqual([]);
        expect(definitions).toEqual([slo]);
      }),
      { numRuns: 500 },
    );
  });

  it('writes the SLO of an entity, which comes to the same SLO of it', () => {
    const { definitions, problems } = parseOpenSlo(toOpenSlo(SLO));
    expect(problems).toEqual([]);
    expect(definitions[0]).toMatchObject({
      name: 'latency-500-ms',
      title: 'Latency ≤ 500 ms',
      service: 'ingestor',
      sliName: 'http-latency',
    });
    expect(
      bindSloDefinition(definitions[0], {
        entityRef: SLO.entityRef,
        environment: 'stage',
        selector: SLO.selector,
      }),
    ).toEqual({
      ...SLO,
      budgetingMethod: 'Occurrences',
      sliId: 'openslo:http-latency',
      source: 'openslo',
    });
  });

  it("writes the service's matchers for other tools when asked to", () => {
    const text = toOpenSlo(SLO, { bindSelector: true, service: 'uploads' });
    expect(text).not.toContain('$selector');
    const { definitions, problems } = parseOpenSlo(text);
    expect(problems).toEqual([]);
    expect(definitions[0]).toMatchObject({
      service: 'uploads',
      sli: {
        type: 'ratio',
        total:
          'sum(increase(http_request_duration_seconds_count{service="ingestor", env="stage"}[$window]))',
      },
    });
  });

  it('writes a policy for each long window, with the short one in an annotation', () => {
    const catalogue: BurnRateCatalogue = {
      name: 'ours',
      pairs: [
        {
          tier: 'fast',
          severity: 'page',
          longWindow: 3_600,
          shortWindow: 600,
          budgetPercent: '2',
        },
      ],
    };
    const text = toOpenSlo({ ...SLO, alerting: { catalogue } });
    expect(text).toContain('sightline/short-window: 10m');
    expect(text).toContain('threshold: 14.4');
    expect(text).toContain('lookbackWindow: 1h');
    expect(text).toContain('severity: page');
  });

  it('uses the queries when somebody changed them and not the annotation', () => {
    const text = toOpenSlo(SLO).replace('_count{$selector}', '_count{a="b"}');
    const { definitions, problems } = parseOpenSlo(text);
    expect(definitions[0].sli.type).toBe('ratio');
    expect(problems).toMatchObject([
      {
        severity: 'warning',
        message: expect.stringContaining('does not go with the queries'),
      },
    ]);
  });
});
