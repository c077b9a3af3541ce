import units from '../__fixtures__/units.json';
import { formattedText, formatValue } from './formatValue';

type Row = [value: number, decimals: number | null, text: string];

describe('formatValue', () => {
  it.each(Object.entries(units) as [string, Row[]][])(
    'writes values in the unit "%s" as Grafana does',
    (unit, rows) => {
      const written = rows.map(([value, decimals]) =>
        formattedText(formatValue(value, unit, decimals ?? undefined)),
      );
      expect(written).toEqual(rows.map(([, , text]) => text));
    },
  );

  it('gives text, prefix and suffix apart', () => {
    expect(formatValue(-1500, 'currencyUSD', 1)).toEqual({
      prefix: '-$',
      text: '1.5',
      suffix: 'K',
    });
    expect(formatValue(0.612, 's', 0)).toEqual({ text: '612', suffix: ' ms' });
  });

  it('writes infinities and NaN in any unit', () => {
    expect(formattedText(formatValue(Infinity, 'bytes'))).toBe('∞');
    expect(formattedText(formatValue(-Infinity, 'short'))).toBe('-∞');
    expect(formattedText(formatValue(NaN, 'none'))).toBe('NaN');
  });

  it('writes moments in the zone asked for', () => {
    const time = Date.parse('2026-11-23T14:32:00Z');
    expect(formatValue(time, 'dateTimeAsIso', 0, 'Europe/Berlin').text).toBe(
      '2026-11-23 15:32:00',
    );
    expect(formatValue(time, 'dateTimeAsUS').text).toBe(
      '11/23/2026 2:32:00 pm',
    );
    expect(formatValue(9e15, 'dateTimeAsIso').text).toBe('Invalid date');
  });
});
