import { cpuStopwatch } from '../__testUtils__/cpuStopwatch';
import fc from 'fast-check';
import { JsonObject, JsonValue } from '@backstage/types';
import { DataFrame, FieldValue, frameLength } from '../frames/DataFrame';
import { aField, aFrame } from '../__testUtils__/aFrame';
import { TRANSFORMS, transformFrames } from './transformFrames';

const name = fc.constantFrom(
  'Time',
  'Value',
  'pod',
  'a',
  '__proto__',
  'constructor',
  '',
);
const text = fc.oneof(name, fc.string({ maxLength: 5 }));
const VALUES: Record<
  'time' | 'number' | 'string' | 'boolean' | 'other',
  fc.Arbitrary<FieldValue>
> = {
  time: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(null)),
  number: fc.oneof(fc.double(), fc.integer({ max: 5 }), fc.constant(null)),
  string: fc.oneof(text, fc.constant(null)),
  boolean: fc.oneof(fc.boolean(), fc.constant(null)),
  other: fc.oneof(fc.integer(), fc.constant(null)),
};

const frames: fc.Arbitrary<DataFrame[]> = fc.array(
  fc.nat(5).chain(length =>
    fc.record({
      refId: fc.constantFrom('A', 'B', undefined),
      name: fc.constantFrom('one', undefined),
      fields: fc.array(
        fc
          .constantFrom('time', 'number', 'string', 'boolean', 'other' as const)
          .chain(type =>
            fc.record({
              name,
              type: fc.constant(type as keyof typeof VALUES),
              labels: fc.constantFrom<Record<string, string> | undefined>(
                undefined,
                {},
                { pod: 'a' },
                { pod: 'b', zone: 'c' },
              ),
              config: fc.constantFrom(
                { mappings: [], custom: {} },
                { mappings: [], custom: { spanNulls: true }, displayName: 'x' },
              ),
              values: fc.array(VALUES[type as keyof typeof VALUES], {
                minLength: length,
                maxLength: length,
              }),
            }),
          ),
        { maxLength: 4 },
      ),
    }),
  ),
  { maxLength: 3 },
);

/** Names of the options that transformations know, so that random ones hit some. */
const WORDS = [
  'fields',
  'options',
  'id',
  'include',
  'exclude',
  'names',
  'pattern',
  'reducers',
  'mode',
  'sort',
  'field',
  'filters',
  'fieldName',
  'config',
  'value',
  'type',
  'match',
  'binary',
  'left',
  'right',
  'operator',
  'fixed',
  'matcher',
  'reduce',
  'reducer',
  'window',
  'cumulative',
  'unary',
  'index',
  'replaceFields',
  'alias',
  'timeSeries',
  'byField',
  'operation',
  'aggregations',
  'limitField',
  'conversions',
  'targetField',
  'destinationType',
  'columnField',
  'rowField',
  'valueField',
  'keepLabels',
  'valueLabel',
  'format',
  'source',
  'join',
  'mappings',
  'handlerKey',
  'regex',
  'renamePattern',
  'renameByName',
  'indexByName',
  'excludeByName',
  'includeByName',
  'configRefId',
  'xFieldName',
  'yFieldName',
  'degree',
  'modelType',
  'windowSize',
  'orderBy',
  'orderByMode',
  'Value',
];
const USUAL = [
  'byName',
  'byRegexp',
  'numeric',
  'mean',
  'max',
  'count',
  'p95',
  'allValues',
  'groupby',
  'aggregate',
  'inner',
  'outerTabular',
  'columns',
  'rows',
  'reduceFields',
  'binary',
  'windowFunctions',
  'unary',
  'cumulativeFunctions',
  'index',
  'number',
  'string',
  'time',
  'boolean',
  'other',
  'greater',
  'regex',
  'json',
  'kvp',
  'delimiter',
  'regexp',
  'multi',
  'long',
  'auto',
  '+',
  '/',
  '(a+)+',
  '/(/',
  'A',
  'B',
  'field.name',
  'mappings.value',
  'polynomial',
  'Value',
  'pod',
  'Time',
  '__proto__',
];
const options = fc.letrec<{ value: JsonValue; object: JsonObject }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<JsonValue>(...USUAL),
    fc.constantFrom<JsonValue>(null, true, false, 0, 1, -1, 2.5, 1e9, ''),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.dictionary(fc.constantFrom(...WORDS), tie('value'), {
    maxKeys: 5,
  }) as fc.Arbitrary<JsonObject>,
})).object;

const run = (input: DataFrame[], id: string, chosen: JsonObject) =>
  transformFrames(input, [{ id, options: chosen }], { variables: {} });

describe('transformFrames', () => {
  it.each(Object.keys(TRANSFORMS).map(id => [id]))(
    '%s takes any frames and options, and gives whole frames',
    id => {
      fc.assert(
        fc.property(frames, options, (input, chosen) => {
          const before = JSON.stringify(input);
          for (const frame of run(input, id, chosen)) {
            for (const { values } of frame.fields) {
              expect(values).toHaveLength(frameLength(frame));
              expect(values).not.toContain(undefined);
            }
          }
          expect(JSON.stringify(input)).toBe(before);
        }),
        { numRuns: 300 },
      );
    },
  );

  it('does not touch the prototypes of objects', () => {
    const table = aFrame(
      'A',
      aField('__proto__', ['constructor', '__proto__']),
      aField('Value', [1, 2]),
    );
    for (const id of Object.keys(TRANSFORMS)) {
      run([table, table], id, {
        fields: { ['__proto__']: { operation: 'groupby' } },
        byField: '__proto__',
        columnField: '__proto__',
        rowField: '__proto__',
        source: '__proto__',
      });
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as JsonObject).operation).toBeUndefined();
  });
});

describe('a hundred thousand rows', () => {
  const ROWS = 100_000;
  const many = (refId: string) =>
    aFrame(
      refId,
      aField(
        'Time',
        Array.from({ length: ROWS }, (_, row) => row * 1_000),
      ),
      aField(
        'pod',
        Array.from({ length: ROWS }, (_, row) => `pod-${row % 5_000}-${row}`),
      ),
      aField(
        'zone',
        Array.from({ length: ROWS }, (_, row) => `zone-${row % 50}`),
      ),
      aField(
        'Value',
        Array.from({ length: ROWS }, (_, row) => (row * 7919) % ROWS),
      ),
    );

  it.each<[string, JsonObject, number]>([
    ['merge', {}, 2],
    ['joinByField', { byField: 'Time' }, 2],
    ['joinByField', { byField: 'pod', mode: 'inner' }, 2],
    ['joinByField', { byField: 'pod', mode: 'outerTabular' }, 2],
    ['sortBy', { sort: [{ field: 'Value', desc: true }] }, 1],
    ['sortBy', { sort: [{ field: 'pod' }] }, 1],
    [
      'organize',
      { excludeByName: { Time: true }, renameByName: { pod: 'Pod' } },
      1,
    ],
    [
      'filterByValue',
      {
        filters: [
          {
            fieldName: 'Value',
            config: { id: 'greater', options: { value: 5 } },
          },
        ],
        match: 'all',
      },
      1,
    ],
    [
      'groupBy',
      {
        fields: {
          zone: { operation: 'groupby' },
          Value: { operation: 'aggregate', aggregations: ['mean', 'p95'] },
        },
      },
      1,
    ],
    ['groupToNestedTable', { fields: { zone: { operation: 'groupby' } } }, 1],
    ['calculateField', { mode: 'reduceRow', reduce: { reducer: 'mean' } }, 1],
    [
      'calculateField',
      { mode: 'binary', binary: { left: 'Value', operator: '/', right: '2' } },
      1,
    ],
    [
      'calculateField',
      {
        mode: 'windowFunctions',
        window: {
          reducer: 'stdDev',
          windowSize: 0.1,
          windowSizeMode: 'percentage',
        },
      },
      1,
    ],
    ['partitionByValues', { fields: ['zone'] }, 1],
    ['reduce', { reducers: ['mean', 'max', 'last'] }, 2],
    ['seriesToRows', {}, 2],
    [
      'convertFieldType',
      { conversions: [{ targetField: 'Value', destinationType: 'string' }] },
      1,
    ],
    ['limit', { limitField: 10 }, 1],
    [
      'regression',
      { xFieldName: 'Time', yFieldName: 'Value', modelType: 'polynomial' },
      1,
    ],
    ['concatenate', {}, 2],
    ['prepareTimeSeries', { format: 'multi' }, 1],
  ])('are no burden for %s with %j', (id, chosen, count) => {
    const input = [many('A'), many('B')].slice(0, count);
    const seconds = cpuStopwatch();
    expect(run(input, id, chosen).length).toBeGreaterThan(0);
    // Well under a second where nothing else runs; test machines are slower.
    expect(seconds()).toBeLessThan(3);
  });
});
