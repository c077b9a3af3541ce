import oracle from '../__fixtures__/displayValues.json';
import { parseFieldConfig } from '../model/parseFieldConfig';
import { displayValue } from './displayValue';
import { mapValue } from './mapValue';
import { resolveColor } from './palette';

const UNCOLORED = '#808080';

function numbersOf(rows: unknown[][]) {
  return rows.filter(
    ([value]) =>
      typeof value === 'number' || value === null || value === '__NaN__',
  );
}

describe('displayValue', () => {
  it.each(oracle.map(one => [one.name, one] as const))(
    'writes and colours as Grafana does: %s',
    (_, { config, rows }) => {
      const { defaults } = parseFieldConfig({ defaults: config });
      const cases = numbersOf(rows);
      const own = cases.map(([value]) => {
        const number = value === '__NaN__' ? NaN : (value as number | null);
        const { full, color } = displayValue(number, defaults);
        return [full, color ? resolveColor(color, 'dark') : UNCOLORED];
      });
      expect(own).toEqual(cases.map(([, text, color]) => [text, color]));
    },
  );
});

describe('mapValue', () => {
  it('applies the first mapping that is about the value', () => {
    const { defaults } = parseFieldConfig({
      defaults: {
        mappings: [
          { type: 'value', options: { '0': { text: 'Down', color: 'red' } } },
          {
            type: 'range',
            options: { from: 0, to: 5, result: { text: 'few' } },
          },
          { type: 'special', options: { match: 'nan', result: { text: '?' } } },
        ],
      },
    });
    expect(mapValue(0, defaults.mappings)).toEqual({
      text: 'Down',
      color: 'red',
    });
    expect(mapValue(5, defaults.mappings)?.text).toBe('few');
    expect(mapValue(NaN, defaults.mappings)?.text).toBe('?');
    expect(mapValue(6, defaults.mappings)).toBeUndefined();
  });

  it('puts groups of a regular expression into the text', () => {
    expect(
      mapValue('node-12', [
        {
          type: 'regex',
          pattern: '/^node-(\\d+)$/',
          result: { text: 'Node $1' },
        },
      ])?.text,
    ).toBe('Node 12');
  });

  it('leaves out a regular expression that is none', () => {
    expect(
      mapValue('a', [{ type: 'regex', pattern: '/(/', result: { text: 'b' } }]),
    ).toBeUndefined();
  });
});
