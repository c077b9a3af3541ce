import {
  formatBudget,
  formatBudgetMinutes,
  formatBurnLimit,
  formatBurnRate,
  formatDay,
  formatDuration,
  formatElapsed,
  formatNumber,
  formatObjective,
  formatPercent,
  formatSli,
  formatSpan,
  formatTime,
  formatTimeOrDay,
  formatValue,
} from '.';

// In the tables a plain space stands for the narrow no-break space before a unit.
const plain = (text: string) => text.replace(/\u202f/g, ' ');

describe('formatNumber', () => {
  it.each([
    [28992, undefined, '28,992'],
    [1003200, undefined, '1,003,200'],
    [-4.2, 1, '−4.2'],
    [-0.01, 1, '0.0'],
    [0, undefined, '0'],
    [0.012345, undefined, '0.0123'],
    [94.26, undefined, '94.3'],
    [NaN, undefined, '–'],
    [undefined, undefined, '–'],
  ])('writes %p with %p decimals as %p', (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text);
  });
});

describe('formatPercent', () => {
  it('parts the figure from its sign by a narrow no-break space', () => {
    expect(formatPercent(0.94)).toBe('94\u202f%');
  });

  it.each([
    [0.604, '60.4 %'],
    [-0.042, '−4.2 %'],
    [1, '100.0 %'],
    [undefined, '–'],
  ])('writes a budget of %p as %p', (share, text) => {
    expect(plain(formatBudget(share))).toBe(text);
  });

  it.each([
    [0.999, '99.9 %'],
    [0.95, '95 %'],
    [0.9995, '99.95 %'],
    [0.29, '29 %'],
  ])('writes an objective of %p as %p', (objective, text) => {
    expect(plain(formatObjective(objective))).toBe(text);
  });

  it.each([
    [0.9996041, 0.999, '99.960 %'],
    [0.97091, 0.95, '97.09 %'],
    [1 - 0.0004, 0.999, '99.960 %'],
    [0.29, 0.95, '29.00 %'],
    [1, 0.999, '100.000 %'],
    [0, 0.999, '0.000 %'],
    [0.9995, 0.9995, '99.9500 %'],
    [undefined, 0.999, '–'],
  ])('writes an SLI of %p for the objective %p as %p', (sli, goal, text) => {
    expect(plain(formatSli(sli, goal))).toBe(text);
  });

  it('never rounds an SLI up to the objective that it misses', () => {
    expect(plain(formatSli(0.99899999, 0.999))).toBe('99.899 %');
    expect(plain(formatSli(0.999999999, 0.9999))).toBe('99.9999 %');
  });
});

describe('formatDuration', () => {
  it.each([
    [12.9, '12 s'],
    [59.9, '59 s'],
    [31 * 60 + 59, '31 min'],
    [7 * 3600 + 39 * 60 + 20, '7 h 39 min'],
    [2 * 3600, '2 h'],
    [47 * 3600 + 59 * 60, '47 h 59 min'],
    [6 * 86400 + 23 * 3600 + 1800, '6 d 23 h'],
    [-5, '0 s'],
    [undefined, '–'],
  ])('writes %p seconds as %p', (seconds, text) => {
    expect(plain(formatDuration(seconds))).toBe(text);
  });

  it.each([
    [26.1, '26.1 min'],
    [59.94, '59.9 min'],
    [59.96, '1 h'],
    [432, '7 h 12 min'],
    [903, '15 h 3 min'],
    [-18.1, '−18.1 min'],
    [-75, '−1 h 15 min'],
    [-0.01, '0.0 min'],
    [3 * 1440 + 65, '3 d 1 h'],
    [undefined, '–'],
  ])('writes a budget of %p minutes as %p', (minutes, text) => {
    expect(plain(formatBudgetMinutes(minutes))).toBe(text);
  });

  it.each([
    [30 * 86400, '30 d'],
    [86400, '1 d'],
    [6 * 3600, '6 h'],
    [300, '5 min'],
    [45, '45 s'],
  ])('writes a span of %p seconds as %p', (seconds, text) => {
    expect(plain(formatSpan(seconds))).toBe(text);
  });
});

describe('formatElapsed', () => {
  it.each([
    [312, '0.3 s'],
    [0, '0 ms'],
    [34.4, '34 ms'],
    [41_000, '41 s'],
    [23_960, '23.9 s'],
    [59_999, '59.9 s'],
    [125_000, '2 min'],
    [-20, '0 ms'],
    [undefined, '–'],
  ])('writes %p milliseconds as %p', (milliseconds, text) => {
    expect(plain(formatElapsed(milliseconds))).toBe(text);
  });
});

describe('formatBurnRate', () => {
  it.each([
    [56.94, '56.9×'],
    [1.84, '1.8×'],
    [0.01, '<0.1×'],
    [0, '0.0×'],
    [999.6, '1,000×'],
    [undefined, '–'],
  ])('writes %p as %p', (rate, text) => {
    expect(formatBurnRate(rate)).toBe(text);
  });

  it.each([
    [14.4, '14.4×'],
    [1, '1×'],
    [6.000000001, '6×'],
  ])('writes a limit of %p as %p', (limit, text) => {
    expect(formatBurnLimit(limit)).toBe(text);
  });
});

describe('formatTime', () => {
  const format = { now: Date.parse('2026-11-23T14:32:00Z'), timeZone: 'UTC' };

  it.each([
    ['2026-11-23T14:01:30Z', '14:01 UTC'],
    ['2026-11-12T23:31:00Z', '12 Nov, 23:31 UTC'],
    ['2025-09-04T06:05:00Z', '4 Sep 2025, 06:05 UTC'],
  ])('writes %p as %p', (time, text) => {
    expect(formatTime(time, format)).toBe(text);
  });

  it.each([
    ['2026-11-23T14:01:30Z', '14:01 UTC'],
    ['2026-11-12T23:31:00Z', '12 Nov'],
    ['2025-09-04T06:05:00Z', '4 Sep 2025'],
  ])('writes %p in short as %p', (time, text) => {
    expect(formatTimeOrDay(time, format)).toBe(text);
  });

  it('writes the time of the zone that was chosen', () => {
    expect(
      formatTime('2026-11-23T14:01:30Z', {
        ...format,
        timeZone: 'Europe/Berlin',
      }),
    ).toMatch(/^15:01 (CET|GMT\+1)$/);
  });

  it('writes a day without a clock', () => {
    expect(formatDay(Date.parse('2026-10-24T14:32:00Z'), format)).toBe(
      '24 Oct',
    );
  });
});

describe('formatValue', () => {
  it.each([
    [0.082, 'percent', '8.2 %'],
    [0.612, 'seconds', '612 ms'],
    [1.29, 'seconds', '1.29 s'],
    [1610612736, 'bytes', '1.5 GiB'],
    [512, 'bytes', '512 B'],
    [18420, 'number', '18,420'],
    [18420, undefined, '18,420'],
    [undefined, 'percent', '–'],
  ] as const)('writes %p in %p as %p', (value, unit, text) => {
    expect(plain(formatValue(value, unit))).toBe(text);
  });
});
