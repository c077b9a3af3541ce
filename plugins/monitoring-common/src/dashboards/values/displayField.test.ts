import oracle from '../__fixtures__/displayProcessor.json';
import { FieldType, FieldValue } from '../frames/DataFrame';
import { parseFieldConfig } from '../model/parseFieldConfig';
import { displayField } from './displayField';

function decode(value: unknown): FieldValue | undefined {
  switch (value) {
    case '__NaN__':
      return NaN;
    case '__undefined__':
      return undefined;
    default:
      return value as FieldValue;
  }
}

function configOf(config: unknown) {
  return parseFieldConfig({ defaults: config }).defaults;
}

function show(
  value: FieldValue | undefined,
  config: Record<string, unknown> = {},
  type: FieldType = 'number',
  values: FieldValue[] = [0, 100],
) {
  return displayField(
    { name: 'Value', type, config: configOf(config), values },
    { theme: 'dark', timeZone: 'UTC' },
  )(value);
}

describe('displayField', () => {
  it.each(oracle.cases.map(one => [one.name, one] as const))(
    'writes, places and colours as Grafana does: %s',
    (_, { config, rows }) => {
      const values = rows.map(({ value }) => decode(value));
      const isNumeric = values.every(
        value =>
          value === null || value === undefined || typeof value === 'number',
      );
      const display = displayField(
        {
          name: 'Value',
          type: isNumeric ? 'number' : 'string',
          config: configOf(config),
          values: values.map(value => value ?? null),
        },
        { theme: 'dark', timeZone: 'UTC' },
      );
      const own = values.map(value => {
        const { full, text, numeric, percent, color, suffix } = display(value);
        return { full, text, numeric, percent, color, suffix };
      });
      expect(own).toEqual(
        rows.map((row: Record<string, unknown>) => ({
          full: row.formatted,
          text: row.text,
          numeric: decode(row.numeric),
          percent: row.percent,
          color: row.color,
          suffix: row.suffix,
        })),
      );
    },
  );

  // What @grafana/data 13.2.3 answers for the same.
  it.each([
    ['a boolean', true, {}, 'boolean', 'true', '#73BF69'],
    ['a boolean', false, {}, 'boolean', 'false', '#F2495C'],
    ['a moment', 1.7e12, {}, 'time', '2023-11-14 22:13:20', '#808080'],
    [
      'a moment in a text',
      '2026-01-01T00:00:00Z',
      { unit: 'dateTimeAsIso' },
      'string',
      '2026-01-01 00:00:00',
      '#808080',
    ],
    ['a number in a text', '12', {}, 'string', '12', '#808080'],
    ['a text', 'a', { noValue: '-' }, 'string', 'a', '#808080'],
    ['an empty text', '', { noValue: '-' }, 'string', '-', '#808080'],
    ['infinity', Infinity, { unit: 'bytes' }, 'number', '∞', '#808080'],
    ['less', -Infinity, {}, 'number', '-∞', '#808080'],
    ['a list', [1, 'a'], {}, 'other', '1, a', '#808080'],
  ] as const)('writes %s: %s', (_, value, config, type, full, color) => {
    expect(show(value as FieldValue, config, type, [0, 1.8e12])).toMatchObject({
      full,
      color,
    });
  });

  it('tells moments of one minute with their milliseconds', () => {
    expect(show(1.7e12, {}, 'time', [1.7e12, 1.7e12 + 30_000]).text).toBe(
      '2023-11-14 22:13:20.000',
    );
  });

  it('has no decimals that the neighbours of a value on an axis do not need', () => {
    const display = displayField(
      { type: 'number', config: configOf({ unit: 's' }) },
      { theme: 'dark' },
    );
    expect(display(0.15, 2).full).toBe('150 ms');
    expect(display(1.25, 2).full).toBe('1.25 s');
  });

  it('hides a value that is mapped to nothing', () => {
    const mappings = [
      { type: 'value', options: { '0': { text: '', color: 'red' } } },
    ];
    expect(show(0, { mappings })).toMatchObject({ full: '', color: '#F2495C' });
  });

  it('is not misled by names that every object has', () => {
    const mappings = [{ type: 'value', options: { a: { text: 'b' } } }];
    expect(
      ['__proto__', 'constructor', 'toString'].map(
        name => show(name, { mappings, unit: name }, 'string').text,
      ),
    ).toEqual(['__proto__', 'constructor', 'toString']);
  });

  it('does not hang on a regular expression of an attacker', () => {
    const mappings = [
      {
        type: 'regex',
        options: { pattern: '/^(a+)+$/', result: { text: 'matched' } },
      },
    ];
    const text = `${'a'.repeat(5_000)}!`;
    expect(show(text, { mappings }, 'string').text).toBe(text);
  });
});
