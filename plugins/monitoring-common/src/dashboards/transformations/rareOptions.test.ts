import { JsonObject } from '@backstage/types';
import { aField, aFrame } from '../__testUtils__/aFrame';
import { DataFrame, FieldValue } from '../frames/DataFrame';
import { fieldDisplayName } from '../frames/fieldDisplayName';
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

type Case = [
  string,
  string,
  DataFrame[],
  JsonObject,
  Record<string, FieldValue[]>[],
];

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
  ])('%s', (_, id, frames, options, expected) => {
    const transformed = transformFrames(frames, [{ id, options }], {
      variables: {},
    });
    expect(
      transformed.map(frame =>
        Object.fromEntries(
          frame.fields.map(field => [
            fieldDisplayName(field, frame, transformed),
            field.values,
          ]),
        ),
      ),
    ).toEqual(expected);
  });
});
