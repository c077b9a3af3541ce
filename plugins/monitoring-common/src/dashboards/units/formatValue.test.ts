import { readFileSync } from 'fs';
import { resolve } from 'path';
import { gunzipSync } from 'zlib';
import fc from 'fast-check';
import { formattedText, formatValue } from './formatValue';

type Row = [value: number, decimals: number | null, text: string];

const { samples } = JSON.parse(
  gunzipSync(
    readFileSync(resolve(__dirname, '../__fixtures__/unitsSamples.json.gz')),
  ).toString(),
) as { samples: Record<string, Row[]> };

describe('formatValue', () => {
  it.each(Object.entries(samples))(
    'writes values in the unit "%s" as Grafana does',
    (unit, rows) => {
      const written = rows.map(([value, decimals]) =>
        formattedText(formatValue(value, unit, decimals ?? undefined)),
      );
      expect(written).toEqual(rows.map(([, , text]) => text));
    },
  );

  // Answers of @grafana/data 13.2.3 in UTC.
  it.each([
    ['suffix:rps', 1.5, undefined, '1.50 rps'],
    ['suffix:', 1.5, undefined, '1.50'],
    ['prefix:~', 1234, 1, '~1234.0'],
    ['time:YYYY-MM-DD', 0, undefined, '1970-01-01'],
    ['time:ddd D MMM h:mm a', 1e12, undefined, 'Sun 9 Sep 1:46 am'],
    ['si:mF', 1500, undefined, '1.50 F'],
    ['si:kHz', 1500, undefined, '1.50 MHz'],
    ['si:g', 1500, undefined, '1.50 kg'],
    ['si:µs', 1500, undefined, '1.50 ms'],
    ['count:req', 1500, undefined, '1.50K req'],
    ['currency:kr', -1500, undefined, '-kr1.50K'],
    ['currency:financial:€', 1234.56, undefined, '€1,234.6'],
    ['currency:financial:kr:suffix', 1234.5, 2, '1,234.50kr'],
    ['bool:up/down', 0, undefined, 'down'],
    ['bool:up', 0, undefined, '-'],
    ['farenheit', 1, undefined, '1 °F'],
    ['rows of data', 2, undefined, '2 rows of data'],
    ['x:y', 2, undefined, '2 x:y'],
    ['dtdurations', 21_702_663, 3, '8 months, 1 week, 4 days, 4 hours'],
    ['m', 529_888, undefined, '52.6 weeks'],
    ['none', 1.2e-7, undefined, '1.2e-7'],
    ['s', 1e-7, undefined, '100 ns'],
  ])(
    'writes in %s: %s with %s decimals as %s',
    (unit, value, decimals, text) => {
      expect(formattedText(formatValue(value, unit, decimals))).toBe(text);
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

  // Grafana's own texts are "∞undefined req/s" and "Infinity:0NaN:0NaN".
  it.each([
    'bytes',
    'short',
    'none',
    'reqps',
    'dthms',
    'dtdurations',
    'clocks',
  ])('writes infinities in %s, and never NaN within a text', unit => {
    expect(formatValue(Infinity, unit).text).toBe('∞');
    expect(formatValue(-Infinity, unit).text).toBe('-∞');
    expect(formattedText(formatValue(Infinity, unit))).not.toMatch(
      /NaN|undefined/,
    );
  });

  it('takes names that every object has for units like others', () => {
    expect(
      ['__proto__', 'constructor', 'toString'].map(unit =>
        formattedText(formatValue(1, unit)),
      ),
    ).toEqual(['1 __proto__', '1 constructor', '1 toString']);
  });

  it('writes moments in the zone asked for', () => {
    const time = Date.parse('2026-11-23T14:32:00Z');
    expect(
      formatValue(time, 'dateTimeAsIso', 0, { timeZone: 'Europe/Berlin' }).text,
    ).toBe('2026-11-23 15:32:00');
    expect(
      formatValue(time, 'time:HH:mm Z', 0, { timeZone: 'America/New_York' })
        .text,
    ).toBe('09:32 -05:00');
    expect(formatValue(time, 'dateTimeAsUS').text).toBe(
      '11/23/2026 2:32:00 pm',
    );
    expect(
      formatValue(time, 'dateTimeAsIso', 0, { timeZone: 'Mars' }).text,
    ).toBe('2026-11-23 14:32:00');
    expect(formatValue(9e15, 'dateTimeAsIso').text).toBe('Invalid date');
  });

  it.each([
    ['dateTimeAsIsoNoDateIfToday', 0, '14:32:00'],
    ['dateTimeAsIsoNoDateIfToday', 86_400_000, '2026-11-23 14:32:00'],
    ['dateTimeFromNow', 0, 'a few seconds ago'],
    ['dateTimeFromNow', 60_000, 'a minute ago'],
    ['dateTimeFromNow', 7_200_000, '2 hours ago'],
    ['dateTimeFromNow', -3_600_000, 'in an hour'],
    ['dateTimeFromNow', 10 * 86_400_000, '10 days ago'],
    ['dateTimeFromNow', 400 * 86_400_000, 'a year ago'],
  ])('writes %s, %s ms later, as %s', (unit, later, text) => {
    const time = Date.parse('2026-11-23T14:32:00Z');
    expect(formatValue(time, unit, 0, { now: time + later }).text).toBe(text);
  });

  it('never says NaN of a number, in any unit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(samples)),
        fc.double({ noNaN: true }),
        fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
        (unit, value, decimals) => {
          const text = formattedText(formatValue(value, unit, decimals));
          expect(text).not.toMatch(/NaN|undefined|null/);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
