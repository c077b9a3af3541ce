import { JsonObject } from '@backstage/types';
import { aField, aFrame } from '../__testUtils__/aFrame';
import { DataFrame, FieldValue } from '../frames/DataFrame';
import { fieldDisplayName } from '../frames/fieldDisplayName';
import { transformFrames } from './transformFrames';

const series = (refId: string, pod: string, values: FieldValue[]) =>
  aFrame(
    refId,
    aField(
      'Time',
      values.map((_, index) => index * 1_000),
    ),
    aField('Value', values, { type: 'number', labels: { pod } }),
  );
const A = series('A', 'a', [1, 2, 3]);
const B = series('B', 'b', [10, 20]);
const TABLE = aFrame(
  'A',
  aField('pod', ['a', 'b', 'a', 'c']),
  aField('zone', ['x', 'x', 'y', 'y']),
  aField('Value', [1, 2, 3, null]),
);

function run(
  frames: DataFrame[],
  id: string,
  options: JsonObject = {},
  more = {},
) {
  return transformFrames(frames, [{ id, options, ...more }], {
    variables: { zone: 'x', many: ['a', 'b'] },
    timeZone: 'UTC',
  });
}

/** Names and values, frame by frame. */
function told(frames: DataFrame[]) {
  return frames.map(frame =>
    Object.fromEntries(
      frame.fields.map(field => [
        fieldDisplayName(field, frame, frames),
        field.values,
      ]),
    ),
  );
}

/** As far as floating point agrees. */
function rounded(tables: Record<string, FieldValue[]>[]) {
  const round = (value: FieldValue) =>
    typeof value === 'number' && Number.isFinite(value)
      ? Number(value.toPrecision(12))
      : value;
  return tables.map(table =>
    Object.fromEntries(
      Object.entries(table).map(([name, values]) => [name, values.map(round)]),
    ),
  );
}

type Case = [string, DataFrame[], JsonObject, Record<string, FieldValue[]>[]];

describe('transformFrames', () => {
  it.each<Case>([
    // filters
    [
      'filterByRefId',
      [A, B],
      { include: 'B' },
      [{ b: [10, 20], Time: [0, 1000] }],
    ],
    ['filterByRefId', [A, B], { include: '/A|B/', exclude: 'A' }, told([B])],
    [
      'filterFields',
      [TABLE],
      { include: { id: 'byType', options: 'number' } },
      [{ Value: [1, 2, 3, null] }],
    ],
    [
      'filterFieldsByName',
      [TABLE],
      { exclude: { names: ['zone'], pattern: '/^V/' } },
      [{ pod: ['a', 'b', 'a', 'c'] }],
    ],
    [
      'filterFieldsByName',
      [TABLE],
      { byVariable: true, include: { variable: '$zone' } },
      [],
    ],
    [
      'filterByValue',
      [TABLE],
      {
        type: 'exclude',
        match: 'all',
        filters: [
          {
            fieldName: 'zone',
            config: { id: 'equal', options: { value: '$zone' } },
          },
        ],
      },
      [{ pod: ['a', 'c'], zone: ['y', 'y'], Value: [3, null] }],
    ],
    [
      'filterByValue',
      [TABLE],
      {
        match: 'any',
        filters: [
          { fieldName: 'Value', config: { id: 'isNull' } },
          {
            fieldName: 'pod',
            config: { id: 'regex', options: { value: '^b$' } },
          },
        ],
      },
      [{ pod: ['b', 'c'], zone: ['x', 'y'], Value: [2, null] }],
    ],
    [
      'filterByValue',
      [TABLE],
      {
        filters: [
          {
            fieldName: 'Value',
            config: { id: 'between', options: { from: 1, to: '3' } },
          },
        ],
      },
      [{ pod: ['b'], zone: ['x'], Value: [2] }],
    ],
    [
      'limit',
      [TABLE],
      { limitField: '1' },
      [{ pod: ['a'], zone: ['x'], Value: [1] }],
    ],
    [
      'limit',
      [TABLE],
      { limitField: -1 },
      [{ pod: ['c'], zone: ['y'], Value: [null] }],
    ],
    // order and names
    [
      'sortBy',
      [TABLE],
      { sort: [{ field: 'pod', desc: true }] },
      [
        {
          pod: ['c', 'b', 'a', 'a'],
          zone: ['y', 'x', 'x', 'y'],
          Value: [null, 2, 1, 3],
        },
      ],
    ],
    [
      'organize',
      [TABLE],
      {
        excludeByName: { zone: true, pod: false },
        renameByName: { Value: 'Load' },
        indexByName: { Value: 0, pod: 1 },
      },
      [{ Load: [1, 2, 3, null], pod: ['a', 'b', 'a', 'c'] }],
    ],
    [
      'rename',
      [TABLE],
      { renameByName: { pod: 'Pod', zone: '' } },
      [
        {
          Pod: ['a', 'b', 'a', 'c'],
          zone: ['x', 'x', 'y', 'y'],
          Value: [1, 2, 3, null],
        },
      ],
    ],
    [
      'renameByRegex',
      [A],
      { regex: '/^(a)$/', renamePattern: 'Pod $1' },
      [{ Time: [0, 1000, 2000], 'Pod a': [1, 2, 3] }],
    ],
    [
      'renameByRegex',
      [A],
      { regex: '/(a+)+$/', renamePattern: 'x' },
      told([A]),
    ],
    // joins
    [
      'joinByField',
      [A, B],
      {},
      [{ Time: [0, 1000, 2000], a: [1, 2, 3], b: [10, 20, null] }],
    ],
    [
      'joinByField',
      [TABLE, aFrame('B', aField('pod', ['a', 'z']), aField('Load', [7, 8]))],
      { byField: 'pod', mode: 'outerTabular' },
      [
        {
          pod: ['a', 'a', 'b', 'c', 'z'],
          zone: ['x', 'y', 'x', 'y', null],
          Value: [1, 3, 2, null, null],
          Load: [7, 7, null, null, 8],
        },
      ],
    ],
    [
      'concatenate',
      [aFrame('A', aField('x', [1])), aFrame('B', aField('y', [1, 2]))],
      {},
      [{ x: [1, null], y: [1, 2] }],
    ],
    [
      'seriesToRows',
      [A, B],
      {},
      [
        {
          Time: [2000, 1000, 1000, 0, 0],
          Metric: ['a', 'a', 'b', 'a', 'b'],
          Value: [3, 2, 20, 1, 10],
        },
      ],
    ],
    [
      'joinByLabels',
      [
        aFrame(
          'A',
          aField('v', [1, 2], { labels: { what: 'cpu', pod: 'a' } }),
          aField('v', [3], { labels: { what: 'mem', pod: 'a' } }),
        ),
      ],
      { value: 'what' },
      [{ pod: ['a', 'a'], cpu: [1, 2], mem: [3, null] }],
    ],
    // calculations
    [
      'calculateField',
      [A, B],
      { mode: 'reduceRow', reduce: { reducer: 'sum' }, replaceFields: true },
      [{ Time: [0, 1000, 2000], Total: [11, 22, 3] }],
    ],
    [
      'calculateField',
      [A, B],
      {
        mode: 'binary',
        alias: 'S',
        replaceFields: true,
        binary: { left: 'a', operator: '+', right: 'b' },
      },
      [{ Time: [0, 1000, 2000], S: [11, 22, NaN] }],
    ],
    [
      'calculateField',
      [TABLE],
      {
        mode: 'binary',
        binary: { left: 'Value', operator: '*', right: { fixed: '2' } },
        replaceFields: true,
      },
      [{ 'Value * 2': [2, 4, 6, 0] }],
    ],
    [
      'calculateField',
      [TABLE],
      {
        mode: 'unary',
        unary: { operator: 'percent', fieldName: 'Value' },
        replaceFields: true,
      },
      [{ 'percent(Value)': [1 / 6, 2 / 6, 3 / 6, 0] }],
    ],
    [
      'calculateField',
      [TABLE],
      {
        mode: 'cumulativeFunctions',
        cumulative: { field: 'Value', reducer: 'sum' },
        replaceFields: true,
      },
      [{ 'cumulative sum(Value)': [1, 3, 6, 6] }],
    ],
    [
      'calculateField',
      [TABLE],
      {
        mode: 'windowFunctions',
        window: {
          reducer: 'mean',
          windowSize: 2,
          windowSizeMode: 'fixed',
          windowAlignment: 'trailing',
        },
        replaceFields: true,
        alias: 'M',
      },
      [{ M: [1, 1.5, 2.5, 2.5] }],
    ],
    [
      'calculateField',
      [TABLE],
      { mode: 'index', replaceFields: true },
      [{ Row: [0, 1, 2, 3] }],
    ],
    [
      'reduce',
      [A, B],
      { reducers: ['mean', 'last'] },
      [{ Field: ['a', 'b'], Mean: [2, 15], Last: [3, 20] }],
    ],
    [
      'reduce',
      [A, B],
      { reducers: ['max'], labelsToFields: true },
      [{ Field: ['Value', 'Value'], pod: ['a', 'b'], Max: [3, 20] }],
    ],
    [
      'reduce',
      [TABLE],
      { reducers: ['max'], mode: 'reduceFields', fields: { id: 'numeric' } },
      [{ Value: [3] }],
    ],
    [
      'groupBy',
      [TABLE],
      {
        fields: {
          zone: { operation: 'groupby' },
          Value: { operation: 'aggregate', aggregations: ['sum', 'count'] },
        },
      },
      [{ zone: ['x', 'y'], 'Value (sum)': [3, 3], 'Value (count)': [2, 1] }],
    ],
    // shapes
    [
      'groupingToMatrix',
      [TABLE],
      {
        rowField: 'pod',
        columnField: 'zone',
        valueField: 'Value',
        emptyValue: 'zero',
      },
      [{ 'pod\\zone': ['a', 'b', 'c'], x: [1, 2, 0], y: [3, 0, 0] }],
    ],
    [
      'partitionByValues',
      [TABLE],
      { fields: ['zone'], naming: { asLabels: false } },
      [
        { 'x pod': ['a', 'b'], x: [1, 2] },
        { 'y pod': ['a', 'c'], y: [3, null] },
      ],
    ],
    [
      'labelsToFields',
      [A],
      { keepLabels: ['pod'] },
      [{ Time: [0, 1000, 2000], Value: [1, 2, 3], pod: ['a', 'a', 'a'] }],
    ],
    [
      'prepareTimeSeries',
      [
        aFrame(
          'A',
          aField('Time', [2, 1, 1]),
          aField('pod', ['a', 'a', 'b']),
          aField('v', [3, 1, 2]),
        ),
      ],
      { format: 'multi' },
      [
        { Time: [1, 2], 'v a': [1, 3] },
        { Time: [1], 'v b': [2] },
      ],
    ],
    [
      'rowsToFields',
      [
        aFrame(
          'A',
          aField('name', ['cpu', 'mem']),
          aField('v', [1, 2]),
          aField('unit', ['s', 'bytes']),
        ),
      ],
      {},
      [{ cpu: [1], mem: [2] }],
    ],
    [
      'extractFields',
      [aFrame('A', aField('line', ['{"a":1}', '{"b":"x"}']))],
      { source: 'line', format: 'json', replace: true },
      [{ a: [1, null], b: [null, 'x'] }],
    ],
    [
      'extractFields',
      [aFrame('A', aField('line', ['a=1, b: "x y"']))],
      { source: 'line', format: 'kvp', replace: true },
      [{ a: ['1'], b: ['x y'] }],
    ],
    [
      'extractFields',
      [aFrame('A', aField('line', ['GET /x']))],
      {
        source: 'line',
        format: 'regexp',
        regExp: '/(?<method>\\w+) (?<path>.*)/',
        replace: true,
      },
      [{ method: ['GET'], path: ['/x'] }],
    ],
    [
      'extractFields',
      [aFrame('A', aField('line', ['a, b']))],
      { source: 'line', format: 'delimiter', replace: true },
      [{ a: [1], b: [1] }],
    ],
    // values
    [
      'formatString',
      [TABLE],
      { stringField: 'pod', outputFormat: 'Upper Case' },
      [
        {
          pod: ['A', 'B', 'A', 'C'],
          zone: ['x', 'x', 'y', 'y'],
          Value: [1, 2, 3, null],
        },
      ],
    ],
    [
      'formatTime',
      [aFrame('A', aField('Time', [0]))],
      { timeField: 'Time', outputFormat: 'YYYY-MM-DD' },
      [{ Time: ['1970-01-01'] }],
    ],
    [
      'convertFieldType',
      [aFrame('A', aField('x', ['1,000', 'a', '']))],
      { conversions: [{ targetField: 'x', destinationType: 'number' }] },
      [{ x: [1000, null, 0] }],
    ],
    [
      'convertFieldType',
      [aFrame('A', aField('x', ['2026-01-02 03:04', 'no']))],
      {
        conversions: [
          {
            targetField: 'x',
            destinationType: 'time',
            dateFormat: 'YYYY-MM-DD HH:mm',
          },
        ],
      },
      [{ x: [Date.UTC(2026, 0, 2, 3, 4), null] }],
    ],
    [
      'convertFieldType',
      [aFrame('A', aField('x', ['[1,2]', 'no']))],
      { conversions: [{ targetField: 'x', destinationType: 'other' }] },
      [{ x: [[1, 2], null] }],
    ],
    [
      'regression',
      [aFrame('A', aField('x', [0, 1, 2]), aField('y', [1, 3, 5]))],
      { xFieldName: 'x', yFieldName: 'y', predictionCount: 3 },
      [
        { x: [0, 1, 2], y: [1, 3, 5] },
        { 'Linear regression x': [0, 1, 2], 'Linear regression y': [1, 3, 5] },
      ],
    ],
    ['nonsense', [TABLE], {}, told([TABLE])],
  ])('%s', (id, frames, options, expected) => {
    expect(rounded(told(run(frames, id, options)))).toEqual(rounded(expected));
  });

  it('transforms only the frames that the filter is about, and keeps the order', () => {
    const frames = run(
      [A, B, TABLE],
      'limit',
      { limitField: 1 },
      { filter: { id: 'byRefId', options: 'B' } },
    );
    expect(
      frames.map(({ refId, fields }) => [refId, fields[0].values.length]),
    ).toEqual([
      ['A', 3],
      ['A', 4],
      ['B', 1],
    ]);
  });

  it('takes the configuration from the answer to another query', () => {
    const limits = aFrame(
      'config',
      aField('Time', [0]),
      aField('max', [50]),
      aField('unit', ['bytes']),
    );
    const [frame] = run([A, limits], 'configFromData', {});
    expect(frame.fields[1].config).toMatchObject({ max: 50, unit: 'bytes' });
  });

  it('makes a small graph and a figure of each series', () => {
    const [table] = run([A, series('A', 'b', [4])], 'timeSeriesTable', {});
    expect(table.fields.map(({ name }) => name)).toEqual(['pod', 'Trend #A']);
    expect(table.fields[1]).toMatchObject({
      type: 'frame',
      values: [{ value: 3 }, { value: 4 }],
    });
  });

  it('puts the rest of the rows below each group', () => {
    const [table] = run([TABLE], 'groupToNestedTable', {
      fields: { zone: { operation: 'groupby', aggregations: [] } },
      showSubframeHeaders: false,
    });
    expect(table.fields[1]).toMatchObject({
      type: 'nestedFrames',
      values: [
        [
          {
            meta: { noHeader: true },
            fields: [{ name: 'pod', values: ['a', 'b'] }, { name: 'Value' }],
          },
        ],
        [{ fields: [{ values: ['a', 'c'] }, { name: 'Value' }] }],
      ],
    });
  });

  it('knows columns by the number they had among those that are left out since', () => {
    const joined = run([TABLE, TABLE], 'joinByField', {
      byField: 'pod',
      mode: 'inner',
    });
    const frames = transformFrames(
      joined,
      [
        {
          id: 'organize',
          options: { excludeByName: { 'Value 1': true, 'zone 1': true } },
        },
        { id: 'organize', options: { renameByName: { 'Value 2': 'Second' } } },
      ],
      { variables: {} },
    );
    expect(Object.keys(told(frames)[0])).toEqual(['pod', 'zone 2', 'Second']);
  });
});
