import { JsonObject } from '@backstage/types';
import { aField, aFrame } from '../__testUtils__/aFrame';
import { DataFrame, FieldValue } from '../frames/DataFrame';
import { fieldDisplayName } from '../frames/fieldDisplayName';
import { calculationName } from '../values/calculationName';
import { transformFrames } from './transformFrames';

const OTHER = aFrame('B', aField('other', [7, 8]));
const KEYED = aFrame(
  'A',
  aField('key', [3, 1, 3]),
  aField('Value', [30, 10, 31]),
);
const TABLE = aFrame(
  'A',
  aField('pod', ['a', 'b']),
  aField('Value', [1, 3]),
  aField('Other', [5, null]),
);
const NO_FIELDS = { meta: { noHeader: false }, fields: [] };

type Case = [
  string,
  string,
  DataFrame[],
  JsonObject,
  Record<string, FieldValue[]>[],
];

function columns(
  frame: DataFrame,
  frames: DataFrame[] = [frame],
): Record<string, FieldValue[]> {
  return Object.fromEntries(
    frame.fields.map(field => [
      fieldDisplayName(field, frame, frames),
      field.values,
    ]),
  );
}

/** What Grafana 12.4 answered. */
describe('transformFrames, as Grafana', () => {
  it.each<Case>([
    [
      'takes each value once of the only frame that has the field',
      'joinByField',
      [KEYED, OTHER],
      { byField: 'key' },
      [{ key: [1, 3], Value: [10, 31] }],
    ],
    [
      'leaves the only frame that has the field in its order',
      'joinByField',
      [KEYED, OTHER],
      { byField: 'key', mode: 'inner' },
      [{ key: [3, 1, 3], Value: [30, 10, 31] }],
    ],
    [
      'leaves it so in a join of tables',
      'joinByField',
      [OTHER, KEYED],
      { byField: 'key', mode: 'outerTabular' },
      [{ key: [3, 1, 3], Value: [30, 10, 31] }],
    ],
    [
      'fills the last of several columns for the same figure',
      'reduce',
      [TABLE, aFrame('B', aField('Value', [4]))],
      { reducers: ['max', 'mean', 'max'] },
      [
        {
          Field: ['pod', 'Value', 'Other', 'Value'],
          'Max 1': [null, null, null, null],
          Mean: [NaN, 2, 5, 4],
          'Max 2': [NaN, 3, 5, 4],
        },
      ],
    ],
    [
      'names the fields when no figure is known',
      'reduce',
      [TABLE],
      { reducers: ['nope'] },
      [{ Field: ['pod', 'Value', 'Other'] }],
    ],
    [
      'keeps no field when no figure is known',
      'reduce',
      [TABLE],
      { reducers: ['nope'], mode: 'reduceFields' },
      [],
    ],
    [
      'reduces nothing without figures',
      'reduce',
      [OTHER],
      { reducers: [] },
      [{ other: [7, 8] }],
    ],
    [
      'says nothing of a percentile that there is none of',
      'reduce',
      [aFrame('A', aField('Value', [null], { type: 'number' }))],
      { reducers: ['p95', 'mean'] },
      [{ Field: ['Value'], '95th %': [null], Mean: [NaN] }],
    ],
    [
      'names an index that has an empty name as Grafana names what has none',
      'calculateField',
      [OTHER],
      { mode: 'index', alias: '' },
      [{ other: [7, 8], Value: [0, 1] }],
    ],
    [
      'calculates with no field where an empty name is chosen',
      'calculateField',
      [TABLE],
      { mode: 'reduceRow', reduce: { reducer: 'sum', include: [''] } },
      [{ ...columns(TABLE), Total: [0, 0] }],
    ],
    ...['range', 'firstNotNull'].map(
      (reducer): Case => [
        `has no ${reducer} of no field, also where nulls count as zero`,
        'calculateField',
        [TABLE],
        {
          mode: 'reduceRow',
          reduce: { reducer, include: ['nope'], nullValueMode: 'null as zero' },
        },
        [{ ...columns(TABLE), [calculationName(reducer)]: [null, null] }],
      ],
    ),
    ...(
      [
        ['trailing moving mean(Value)', { field: 'Value' }],
        [' moving mean(Value)', { field: 'Value', windowAlignment: '' }],
      ] as const
    ).map(
      ([name, options]): Case => [
        `calls a moving mean '${name}'`,
        'calculateField',
        [TABLE],
        { mode: 'windowFunctions', window: options },
        [{ ...columns(TABLE), [name]: [1, 3] }],
      ],
    ),
    [
      'calls the figure of a field as if it had been chosen',
      'calculateField',
      [TABLE],
      { mode: 'unary', unary: { fieldName: 'Value' } },
      [{ ...columns(TABLE), 'abs(Value)': [1, 3] }],
    ],
    [
      'calls a cumulative sum as if it had been chosen',
      'calculateField',
      [TABLE],
      { mode: 'cumulativeFunctions', cumulative: {} },
      [{ ...columns(TABLE), 'cumulative sum': [1, 4] }],
    ],
    [
      'calculates nothing without an operator',
      'calculateField',
      [TABLE],
      {
        mode: 'binary',
        binary: { left: 'Value', operator: '', right: '1' },
      },
      [columns(TABLE)],
    ],
    [
      'groups what has no name as a value',
      'groupToNestedTable',
      [aFrame('A', aField('', ['x', 'x']))],
      { fields: { Value: { operation: 'groupby', aggregations: [] } } },
      [{ Value: ['x'], __nestedFrames: [[NO_FIELDS]] }],
    ],
    [
      'groups nothing by an empty name',
      'groupToNestedTable',
      [TABLE],
      { fields: { '': { operation: 'groupby' } } },
      [columns(TABLE)],
    ],
    [
      'renames nothing by an empty expression',
      'renameByRegex',
      [OTHER],
      { regex: '', renamePattern: 'x' },
      [columns(OTHER)],
    ],
    [
      'makes zeros of nothing where numbers are wanted',
      'convertFieldType',
      [aFrame('A', aField('Value', ['1,000', null, '', 'x']))],
      { conversions: [{ targetField: 'Value', destinationType: 'number' }] },
      [{ Value: [1_000, 0, 0, null] }],
    ],
  ])('%s', (_, id, frames, options, expected) => {
    const transformed = transformFrames(frames, [{ id, options }], {
      variables: {},
    });
    expect(transformed.map(frame => columns(frame, transformed))).toEqual(
      expected,
    );
  });
});
