import fc from 'fast-check';
import { fitText, textWidth } from './fitText';
import { PlotItems } from './plot';
import { roundTicks } from './roundTicks';
import { timeSteps } from './timeSteps';
import { valueRange } from './valueRange';
import { walkPlot } from './walkPlot';

const ZERO = { min: { soft: 0 }, max: { soft: 0 } };

describe('valueRange', () => {
  // As uPlot's rangeNum answers with the same settings.
  it.each([
    [41.3, 164, 0, 180],
    [1, 97, 0, 107],
    [-30, 50, -38, 58],
    [-30, -5, -33, 0],
    [1e9, 3.3e9, 0, 3.6e9],
    [-4, -4, -8, 0],
    [5, 5, 0, 10],
    [0, 0, 0, 100],
  ])('of %p to %p is %p to %p', (min, max, from, to) => {
    expect(valueRange({ min, max }, ZERO)).toEqual({ min: from, max: to });
  });

  it('obeys the author’s limits, unless they leave nothing to see', () => {
    const data = { min: 10, max: 20 };
    expect(valueRange(data, { min: { hard: 5 }, max: { hard: 50 } })).toEqual({
      min: 5,
      max: 50,
    });
    expect(
      valueRange(data, { min: { soft: 0, hard: 90 }, max: { hard: 50 } }),
    ).toEqual({ min: 0, max: 21 });
  });

  it('is never empty, whatever the data are', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (one, other) => {
        const [min, max] = [Math.min(one, other), Math.max(one, other)];
        const range = valueRange({ min, max }, ZERO);
        expect(range.min).toBeLessThan(range.max);
      }),
    );
  });
});

describe('roundTicks', () => {
  it.each([
    [0, 180, 26, [0, 50, 100, 150]],
    [0, 1, 0.3, [0, 0.5, 1]],
    [-7, 7, 4, [-5, 0, 5]],
    [3, 3, 1, [3]],
    [NaN, 1, 1, []],
  ])('between %p and %p, at least %p apart: %p', (min, max, least, ticks) => {
    expect(roundTicks(min, max, least).ticks).toEqual(ticks);
  });

  it('never makes too many', () => {
    expect(roundTicks(0, 1e9, 1e-9).ticks.length).toBeLessThanOrEqual(101);
  });
});

describe('timeSteps', () => {
  const HOUR = 3_600_000;
  const DAY = 24 * HOUR;
  const iso = (ticks: number[]) =>
    ticks.map(tick => new Date(tick).toISOString().slice(5, 16));

  it('is round on the clock of the zone', () => {
    const from = Date.UTC(2026, 0, 1, 1, 10);
    const range = { from, to: from + 3 * HOUR };
    expect(iso(timeSteps(range, 50 * 60_000, 'UTC').ticks)).toEqual([
      '01-01T02:00',
      '01-01T03:00',
      '01-01T04:00',
    ]);
    expect(iso(timeSteps(range, HOUR, 'Asia/Kolkata').ticks)).toEqual([
      '01-01T01:30',
      '01-01T02:30',
      '01-01T03:30',
    ]);
  });

  it('keeps to midnight when the clocks change', () => {
    const range = {
      from: Date.UTC(2026, 2, 28, 22),
      to: Date.UTC(2026, 2, 30, 23),
    };
    expect(iso(timeSteps(range, DAY, 'Europe/Berlin').ticks)).toEqual([
      '03-28T23:00',
      '03-29T22:00',
      '03-30T22:00',
    ]);
  });

  it('is never endless', () => {
    const { ticks } = timeSteps({ from: 0, to: 1e15 }, 1, 'UTC');
    expect(ticks.length).toBeLessThanOrEqual(200);
  });
});

describe('fitText', () => {
  it('cuts what does not fit', () => {
    expect(fitText('gateway', 200)).toBe('gateway');
    expect(fitText('gateway', 40)).toBe('gate…');
    expect(fitText('gateway', 3)).toBe('');
  });

  it('never is wider than its room', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 0, max: 300 }),
        (text, room) => {
          expect(textWidth(fitText(text, room))).toBeLessThanOrEqual(room);
        },
      ),
    );
  });
});

describe('walkPlot', () => {
  // Two rows; the middle of the first one is empty.
  const grid = [
    [1, 0, 1],
    [1, 1, 1],
  ];
  const items: PlotItems = {
    rowCount: 2,
    columnCount: row => grid[row].length,
    item: ({ row, column }) =>
      grid[row]?.[column]
        ? {
            box: { left: 0, top: 0, width: 1, height: 1 },
            title: '',
            lines: [],
          }
        : undefined,
    hit: () => undefined,
    across: ({ column }) => column,
  };

  it.each([
    [undefined, 'ArrowDown', [0, 0]],
    [undefined, 'End', [0, 2]],
    [undefined, 'Tab', undefined],
    [[0, 0], 'ArrowRight', [0, 2]],
    [[0, 2], 'ArrowRight', undefined],
    [[0, 2], 'ArrowLeft', [0, 0]],
    [[0, 0], 'End', [0, 2]],
    [[1, 2], 'Home', [1, 0]],
    [[1, 1], 'ArrowUp', [0, 2]],
    [[0, 2], 'ArrowDown', [1, 2]],
    [[1, 0], 'ArrowDown', undefined],
  ])('from %p, %s leads to %p', (from, key, to) => {
    const place = from && { row: from[0], column: from[1] };
    expect(walkPlot(items, place, key)).toEqual(
      to && { row: to[0], column: to[1] },
    );
  });
});
