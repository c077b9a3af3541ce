import { parseMappings } from '../model/parseFieldConfig';
import { mapValue } from './mapValue';

const MAPPINGS = parseMappings([
  { type: 'value', options: { '0': { text: 'Down', color: 'red' } } },
  { type: 'range', options: { from: 0, to: 5, result: { text: 'few' } } },
  { type: 'special', options: { match: 'nan', result: { text: '?' } } },
  {
    type: 'regex',
    options: { pattern: '/^node-(\\d+)$/', result: { text: 'Node $1' } },
  },
  { type: 'special', options: { match: 'empty', result: { text: 'none' } } },
]);

describe('mapValue', () => {
  it.each([
    [0, 'Down'],
    ['0', 'Down'],
    [5, 'few'],
    ['4 apples', 'few'],
    [NaN, '?'],
    ['node-12', 'Node 12'],
    ['', 'none'],
    [6, undefined],
    [null, undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
  ])('makes of %p: %p', (value, text) => {
    expect(mapValue(value, MAPPINGS)?.text).toBe(text);
  });

  it('leaves out a regular expression that is none', () => {
    expect(
      mapValue('a', [{ type: 'regex', pattern: '/(/', result: { text: 'b' } }]),
    ).toBeUndefined();
  });
});
