import { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { evaluateExpressions, ExpressionOutcome } from './evaluateExpressions';
import { isExpressionKnown } from './Expression';
import { ExpressionValue } from './ExpressionValue';

const RANGE = { from: 0, to: 60_000 };

type Figures = (number | null)[];

/** A value each second. */
function series(
  values: Figures,
  labels: Record<string, string> = {},
  times = values.map((_, index) => index * 1_000),
): ExpressionValue {
  return { kind: 'series', labels, times, values };
}

function number(
  value: number | null,
  labels: Record<string, string> = {},
): ExpressionValue {
  return { kind: 'number', labels, value };
}

function evaluate(
  expressions: Record<string, JsonObject>,
  answers: Record<string, ExpressionValue[] | { error: string }> = {},
): Record<string, ExpressionOutcome> {
  return Object.fromEntries(
    evaluateExpressions(
      new Map(Object.entries(expressions)),
      new Map(
        Object.entries(answers).map(([refId, answer]) => [
          refId,
          Array.isArray(answer) ? { values: answer } : answer,
        ]),
      ),
      RANGE,
    ),
  );
}

function valuesOf(
  expression: JsonObject,
  answers: Record<string, ExpressionValue[]> = {},
): ExpressionValue[] {
  const { Z } = evaluate({ Z: expression }, answers);
  if ('error' in Z) {
    throw new Error(Z.error);
  }
  return Z.values;
}

const math = (expression: string): JsonObject => ({ type: 'math', expression });

/** The figure that a formula without references comes to. */
function figureOf(formula: string): number | null {
  const [value] = valuesOf(math(formula));
  return (value as { value: number | null }).value;
}

describe('formulas', () => {
  it.each<[string, number | null]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['7 % 4', 3],
    ['-7 % 4', -3],
    ['2 ** 3 ** 2', 64],
    ['-2 ** 2', 4],
    ['10 - 4 - 3', 3],
    ['1 / 0', Infinity],
    ['0 / 0', NaN],
    ['0x1F', 31],
    ['017', 15],
    ['089', 89],
    ['.5 + 1. + 1e3', 1001.5],
    ['1 < 2 == 1', 1],
    ['1 == 2 < 3', 1],
    ['!0 && !(3)', 0],
    ['2 || nan()', 1],
    ['0 || nan()', NaN],
    ['0 && nan()', 0],
    ['nan() && 0', NaN],
    ['nan() != nan()', NaN],
    ['- nan()', NaN],
    ['null() + 1', null],
    ['- null()', null],
    ['abs(- 3)', 3],
    ['abs(null())', NaN],
    ['log(1)', 0],
    ['log(- 1)', NaN],
    ['round(2.5)', 3],
    ['round(-2.5)', -3],
    ['ceil(1.2) + floor(1.8)', 3],
    ['inf() - inf()', NaN],
    ['infn()', -Infinity],
    ['is_nan(nan()) + is_nan(1)', 1],
    ['is_nan(null())', NaN],
    ['is_inf(infn())', 1],
    ['is_null(null()) + is_null(nan())', 1],
    ['is_number(inf()) + is_number(null()) + is_number(2)', 1],
    ['1 ** inf()', 1],
  ])('%s is %s', (formula, expected) => {
    expect(figureOf(formula)).toBe(expected);
  });

  it.each([
    ['', 'ends too early'],
    ['1 +', 'ends too early'],
    ['1 2', "'2' does not belong"],
    ['(1', "')' is missing"],
    ['1)', "')' does not belong"],
    ['2*-1', "'*-' is no operator"],
    ['2 = 1', "'=' is no operator"],
    ['$', "'$' at place 1"],
    ['"text"', 'a text in quotes'],
    ['sin(1)', "no function 'sin'"],
    ['constructor(1)', "no function 'constructor'"],
    ['abs()', 'takes one value'],
    ['abs(1, 2)', "',' does not belong"],
    ['nan(1)', 'takes nothing'],
    ['1e', "'1e' is no number"],
    [`${'('.repeat(101)}1${')'.repeat(101)}`, '100 brackets deep'],
    ['! '.repeat(101).concat('1'), '100 brackets deep'],
    ['1 + '.repeat(1_300).concat('1'), 'more than 5000 characters'],
  ])('refuses %s', (formula, message) => {
    expect(evaluate({ Z: math(formula) }).Z).toEqual({
      error: expect.stringContaining(message),
    });
  });

  it('never fails in another way, whatever is written', () => {
    const word = fc.constantFrom(
      ...'$A ${B} 1 2.5 + - * / % ** ! && || == < ( ) abs( nan() , " é'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 30 }).map(words => words.join(' ')),
        ),
        formula => {
          const { Z } = evaluate(
            { Z: math(formula) },
            { A: [series([1, null])], B: [number(2)] },
          );
          expect('error' in Z ? Z.error : Z.values).toBeTruthy();
        },
      ),
    );
  });
});

describe('formulas of several values', () => {
  const a = series([1, 2], { job: 'a' });

  it.each<[string, ExpressionValue[], ExpressionValue[], ExpressionValue[]]>([
    [
      'equal labels',
      [a, series([3], { job: 'b' })],
      [series([10, 20], { job: 'b' }), series([5, 5], { job: 'a' })],
      [series([6, 7], { job: 'a' }), series([13], { job: 'b' })],
    ],
    ['no labels on one side', [a], [number(1)], [series([2, 3], { job: 'a' })]],
    [
      'more labels on one side',
      [a],
      [number(1, { job: 'a', code: '1' }), number(2, { job: 'b', code: '2' })],
      [series([2, 3], { job: 'a', code: '1' })],
    ],
    [
      'others dropped',
      [a, series([1], { job: 'b' })],
      [number(1, { job: 'c' }), number(1, { job: 'a' })],
      [series([2, 3], { job: 'a' })],
    ],
    ['one on each side', [a], [number(1, { job: 'x' })], [series([2, 3])]],
    ['none', [a], [], []],
    ['no data', [a], [{ kind: 'noData' }], [{ kind: 'noData' }]],
    [
      'times that both have, and places without a value',
      [series([1, 2, null], {}, [0, 1_000, 2_000])],
      [series([5, 6, 7], {}, [1_000, 2_000, 3_000])],
      [series([7, null], {}, [1_000, 2_000])],
    ],
    [
      'numbers',
      [number(1)],
      [number(null, { x: 'y' })],
      [number(null, { x: 'y' })],
    ],
  ])('join by labels: %s', (_, A, B, expected) => {
    expect(valuesOf(math('$A + ${B}'), { A, B })).toEqual(expected);
  });

  it('give the same, whichever side is first', () => {
    const labels = fc.dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.constantFrom('1', '2'),
    );
    const values = fc.array(
      fc.tuple(labels, fc.integer()).map(([own, value]) => number(value, own)),
      { maxLength: 5 },
    );
    const sorted = (found: ExpressionValue[]) =>
      found
        .map(one =>
          JSON.stringify(one, ['kind', 'value', 'labels', 'a', 'b', 'c']),
        )
        .sort();
    fc.assert(
      fc.property(values, values, (A, B) => {
        expect(sorted(valuesOf(math('$A + $B'), { A, B }))).toEqual(
          sorted(valuesOf(math('$B + $A'), { A, B })),
        );
      }),
    );
  });

  it('stop when it is too much', () => {
    const many = Array.from({ length: 5_000 }, (_, index) =>
      number(index, { at: String(index) }),
    );
    expect(evaluate({ Z: math('$A + $A') }, { A: many }).Z).toEqual({
      error: expect.stringContaining('too many values'),
    });
  });
});

describe('reduce', () => {
  it.each<[string, Figures, number | null]>([
    ['sum', [1, 2, 4], 7],
    ['sum', [], 0],
    ['mean', [1, 2, 6], 3],
    ['mean', [1, null], NaN],
    ['mean', [], NaN],
    ['min', [3, 1, 2], 1],
    ['min', [3, NaN], NaN],
    ['max', [3, 7, 2], 7],
    ['max', [], NaN],
    ['count', [1, null, NaN], 3],
    ['last', [1, null], null],
    ['last', [], NaN],
    ['median', [5, 1, 3], 3],
    ['median', [4, 1, 3, 2], 2.5],
    ['Median', [1], 1],
  ])('%s of %j is %s', (reducer, values, expected) => {
    expect(
      valuesOf(
        { type: 'reduce', expression: '$A', reducer },
        { A: [series(values, { job: 'a' })] },
      ),
    ).toEqual([number(expected, { job: 'a' })]);
  });

  it.each<[JsonObject, Figures, number | null]>([
    [{ mode: 'dropNN' }, [1, NaN, null, Infinity, 3], 2],
    [{ mode: 'dropNN' }, [NaN], null],
    [{ mode: 'replaceNN', replaceWithValue: 5 }, [1, NaN, Infinity], 11 / 3],
    [{ mode: 'replaceNN', replaceWithValue: 5 }, [], 5],
    [{ mode: '' }, [1, NaN], NaN],
  ])('with %j of %j is %s', (settings, values, expected) => {
    expect(
      valuesOf(
        { type: 'reduce', expression: 'A', reducer: 'mean', settings },
        { A: [series(values)] },
      ),
    ).toEqual([number(expected)]);
  });

  it('keeps numbers, and drops those that are none when told so', () => {
    const A = [number(1), number(NaN), { kind: 'noData' } as const];
    const reduce = { type: 'reduce', expression: 'A', reducer: 'max' };
    expect(valuesOf(reduce, { A })).toEqual(A);
    expect(
      valuesOf({ ...reduce, settings: { mode: 'dropNN' } }, { A }),
    ).toEqual([A[0], A[2]]);
  });
});

describe('resample', () => {
  const resample = (changes: JsonObject): JsonObject => ({
    type: 'resample',
    expression: 'A',
    window: '20s',
    downsampler: 'mean',
    upsampler: 'fillna',
    ...changes,
  });
  const A = [series([1, 2, 4, 8], { a: 'b' }, [0, 12_000, 20_000, 50_000])];

  it.each<[JsonObject, Figures]>([
    [{}, [1, 3, null, 8]],
    [{ upsampler: 'pad' }, [1, 3, 4, 8]],
    [{ upsampler: 'backfilling' }, [1, 3, 8, 8]],
    [{ downsampler: 'sum' }, [1, 6, null, 8]],
    [{ downsampler: 'min' }, [1, 2, null, 8]],
    [{ downsampler: 'max' }, [1, 4, null, 8]],
    [{ downsampler: 'last' }, [1, 4, null, 8]],
  ])('with %j', (changes, expected) => {
    expect(valuesOf(resample(changes), { A })).toEqual([
      series(expected, { a: 'b' }, [0, 20_000, 40_000, 60_000]),
    ]);
  });

  it.each([
    [{ window: '2m' }, 'shorter than the window'],
    [{ window: '1ms' }, 'too small'],
    [{ window: 'long' }, "the window is 'long'"],
    [{ downsampler: 'median' }, "the downsampler is 'median'"],
    [{ upsampler: '' }, 'known are pad, backfilling, fillna'],
  ])('refuses %j', (changes, message) => {
    expect(evaluate({ Z: resample(changes) }, { A }).Z).toEqual({
      error: expect.stringContaining(message),
    });
  });

  it('has a value for each window, whatever the series', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -10_000, max: 80_000 })),
        fc.integer({ min: 1, max: 60 }),
        (moments, seconds) => {
          const times = [...new Set(moments)].sort((a, b) => a - b);
          const [value] = valuesOf(resample({ window: `${seconds}s` }), {
            A: [series(times, {}, times)],
          });
          expect(value).toMatchObject({
            times: Array.from(
              { length: Math.floor(60 / seconds) + 1 },
              (_, index) => index * seconds * 1_000,
            ),
          });
        },
      ),
    );
  });
});

describe('threshold', () => {
  const threshold = (type: string, ...params: number[]): JsonObject => ({
    type: 'threshold',
    expression: 'A',
    conditions: [{ evaluator: { type, params } }],
  });

  it.each<[string, number[], Figures]>([
    ['gt', [2], [0, 0, 1, 0, null]],
    ['lt', [2], [1, 0, 0, 0, null]],
    ['eq', [2], [0, 1, 0, 0, null]],
    ['ne', [2], [1, 0, 1, 1, null]],
    ['gte', [2], [0, 1, 1, 0, null]],
    ['lte', [2], [1, 1, 0, 0, null]],
    ['within_range', [1, 3], [0, 1, 0, 0, null]],
    ['outside_range', [1, 2], [0, 0, 1, 0, null]],
    ['within_range_included', [1, 3], [1, 1, 1, 0, null]],
    ['outside_range_included', [1, 3], [1, 0, 1, 0, null]],
  ])('%s %j', (type, params, expected) => {
    expect(
      valuesOf(threshold(type, ...params), {
        A: [series([1, 2, 3, NaN, null], { a: 'b' })],
      }),
    ).toEqual([series(expected, { a: 'b' })]);
  });

  it('takes the first bound of one that has another for leaving', () => {
    expect(
      valuesOf(
        {
          type: 'threshold',
          expression: 'A',
          conditions: [
            {
              evaluator: { type: 'gt', params: [5] },
              unloadEvaluator: { type: 'lt', params: [1] },
            },
          ],
        },
        { A: [number(3), number(6)] },
      ),
    ).toEqual([number(0), number(1)]);
  });

  it.each<[JsonObject, string]>([
    [threshold('toString', 1), "'toString' compares nothing"],
    [threshold('gt'), "'gt' takes a bound"],
    [threshold('within_range', 1), 'takes two bounds'],
    [{ ...threshold('gt', 1), conditions: [] }, 'exactly one condition'],
    [{ ...threshold('gt', 1), expression: '' }, 'does not say what'],
  ])('refuses %j', (expression, message) => {
    expect(evaluate({ Z: expression }, { A: [] }).Z).toEqual({
      error: expect.stringContaining(message),
    });
  });
});

describe('classic conditions', () => {
  const condition = (
    refId: string,
    reducer: string,
    type: string,
    params: number[],
    operator = 'and',
  ): JsonObject => ({
    query: { params: [refId] },
    reducer: { type: reducer },
    evaluator: { type, params },
    operator: { type: operator },
  });
  const outcomeOf = (
    conditions: JsonObject[],
    answers: Record<string, ExpressionValue[]>,
  ) => valuesOf({ type: 'classic_conditions', conditions }, answers);

  it.each<[string, Figures, number | null]>([
    ['avg', [1, null, 3], 2],
    ['sum', [1, NaN, 3], 4],
    ['min', [3, 1], 1],
    ['max', [3, 5], 5],
    ['count', [null, null], 2],
    ['last', [1, 2, null], 2],
    ['median', [1, 2, 9], 2],
    ['diff', [5, 1, 2], -3],
    ['diff', [5], 0],
    ['diff_abs', [5, 1, 2], 3],
    ['percent_diff', [-4, -1], 75],
    ['percent_diff_abs', [4, 1], 75],
    ['count_non_null', [1, null, NaN], 1],
    ['avg', [null], null],
  ])('%s of %j is %s', (reducer, values, expected) => {
    const A = [series(values)];
    expect(
      outcomeOf([condition('A', reducer, 'eq', [expected ?? 0])], { A }),
    ).toEqual([number(expected === null ? null : 1)]);
  });

  it.each<[string, JsonObject[], number | null]>([
    [
      'and',
      [condition('A', 'last', 'gt', [0]), condition('B', 'last', 'gt', [5])],
      0,
    ],
    [
      'or',
      [
        condition('A', 'last', 'gt', [0]),
        condition('B', 'last', 'gt', [5], 'or'),
      ],
      1,
    ],
    [
      'one after the other',
      [
        condition('B', 'last', 'gt', [5]),
        condition('A', 'last', 'gt', [0], 'or'),
        condition('B', 'last', 'gt', [5], 'and'),
      ],
      0,
    ],
    ['no data', [condition('N', 'last', 'gt', [5])], null],
    ['asking for no data', [condition('N', 'last', 'no_value', [])], 1],
    [
      'no data and data',
      [
        condition('A', 'last', 'gt', [0]),
        condition('N', 'last', 'gt', [5], 'or'),
      ],
      null,
    ],
    [
      'no data that no longer matters',
      [
        condition('A', 'last', 'gt', [0]),
        condition('N', 'last', 'gt', [5], 'logic-or'),
      ],
      1,
    ],
    [
      'bounds in any order',
      [condition('A', 'last', 'within_range', [5, 0])],
      1,
    ],
  ])('go together: %s', (_, conditions, expected) => {
    expect(
      outcomeOf(conditions, {
        A: [series([1])],
        B: [series([1])],
        N: [{ kind: 'noData' }],
      }),
    ).toEqual([number(expected)]);
  });

  it.each<[JsonObject, string]>([
    [condition('', 'last', 'gt', [1]), 'does not say which query'],
    [condition('A', 'constructor', 'gt', [1]), "reducer 'constructor'"],
    [condition('A', 'last', 'gt', []), 'takes a bound'],
  ])('refuses %j', (one, message) => {
    expect(
      evaluate({ Z: { type: 'classic_conditions', conditions: [one] } }).Z,
    ).toEqual({ error: expect.stringContaining(message) });
  });

  it('are about queries alone, and nothing is about them', () => {
    const classic = (refId: string): JsonObject => ({
      type: 'classic_conditions',
      conditions: [condition(refId, 'last', 'gt', [1])],
    });
    expect(
      evaluate(
        { B: math('$A'), C: classic('B'), D: classic('A'), E: math('$D') },
        { A: [number(1)] },
      ),
    ).toEqual({
      B: { values: [number(1)] },
      C: { error: expect.stringContaining("'B' is an expression") },
      D: { values: [number(0)] },
      E: { error: expect.stringContaining("'D' is a classic condition") },
    });
  });
});

describe('expressions of a panel', () => {
  it('are calculated in the order in which they need each other', () => {
    const outcomes = evaluate(
      {
        D: math('$C * 2'),
        C: math('$B + ${long name}'),
        B: { type: 'reduce', expression: 'A', reducer: 'last' },
      },
      { A: [series([1, 2])], 'long name': [number(10)] },
    );
    expect(outcomes.D).toEqual({ values: [number(24)] });
    expect(Object.keys(outcomes)).toEqual(['D', 'C', 'B']);
  });

  it('say what they lack, and leave the others', () => {
    expect(
      evaluate(
        { C: math('$A + 1'), D: math('$B'), E: math('1'), F: math('$X') },
        { A: { error: 'gone' }, B: [number(2)] },
      ),
    ).toEqual({
      C: { error: "it needs 'A', which could not be read" },
      D: { values: [number(2)] },
      E: { values: [{ kind: 'scalar', value: 1 }] },
      F: { error: "it needs 'X', which the panel does not have" },
    });
  });

  it('are refused by name when they need each other in a circle', () => {
    expect(evaluate({ B: math('$C'), C: math('$D'), D: math('$B') })).toEqual({
      B: { error: "it needs 'C', which could not be read" },
      C: { error: "it needs 'D', which could not be read" },
      D: { error: 'expressions need each other in a circle: B → C → D → B' },
    });
    expect(evaluate({ B: math('$B + 1') })).toEqual({
      B: { error: 'it needs itself' },
    });
  });

  it('are refused by name when Sightline does not calculate them', () => {
    expect(
      evaluate({ B: { type: 'sql' }, C: { type: 'magic' }, D: {} }),
    ).toEqual({
      B: { error: 'expressions in SQL are not calculated here' },
      C: { error: "expressions of the type 'magic' are not known" },
      D: { error: "expressions of the type 'undefined' are not known" },
    });
  });

  it.each([
    ['math', true],
    ['reduce', true],
    ['resample', true],
    ['threshold', true],
    ['classic_conditions', true],
    ['sql', false],
    [undefined, false],
    ['constructor', false],
  ])('of the type %s are known: %s', (type, expected) => {
    expect(isExpressionKnown({ type })).toBe(expected);
  });
});
