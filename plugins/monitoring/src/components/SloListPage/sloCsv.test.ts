import fc from 'fast-check';
import { aPair, aSlo } from '../../__testUtils__';
import { csvCell, SLO_CSV_HEAD, sloCsvLine } from './sloCsv';

describe('csvCell', () => {
  it.each([
    ['ingestor', 'ingestor'],
    [undefined, ''],
    [NaN, ''],
    [0, '0'],
    [-0.042, '-0.042'],
    [1e-7, '1e-7'],
    ['a, b', '"a, b"'],
    ['“30” is "no" duration', '"“30” is ""no"" duration"'],
    ['two\nlines', '"two\nlines"'],
    // What a spreadsheet would run
    ['=HYPERLINK("http://evil")', `"'=HYPERLINK(""http://evil"")"`],
    ['+1', `"'+1"`],
    ['-2+3', `"'-2+3"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['  =1+1', `"'  =1+1"`],
    ['\t=1', `"'\t=1"`],
    ['＝1', `"'＝1"`],
  ])('writes %p as %p', (value, text) => {
    expect(csvCell(value)).toBe(text);
  });

  it('X08 · never begins with what starts a formula, and keeps one cell one cell', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const cell = csvCell(text);
        const isQuoted = cell.startsWith('"');
        const inner = isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        expect(inner).not.toMatch(/^\s*[=+\-@]/);
        expect(inner.replace(/^'/, '')).toContain(text.replace(/^'/, ''));
        expect(isQuoted || !/[",\r\n]/.test(cell)).toBe(true);
      }),
    );
  });
});

describe('sloCsvLine', () => {
  const cellsOf = (line: string) => {
    const names = SLO_CSV_HEAD.split(',');
    return Object.fromEntries(
      line.split(',').map((cell, index) => [names[index], cell]),
    );
  };

  it('has exact figures under the names of the head', () => {
    expect(cellsOf(sloCsvLine(aSlo()))).toMatchObject({
      state: 'ok',
      entity: 'component:default/ingestor',
      slo: 'availability',
      owner: 'group:default/media-ingest',
      objective: '0.999',
      window: '30d',
      sli: '0.99968',
      events: '48000000',
      bad_events: '15360',
      budget_remaining: '0.683',
      burn_rate: '0.5',
      burn_rate_window_seconds: '3600',
      burn_rate_limit: '14.4',
      time_to_exhaustion_seconds: '',
      measured_at: '2026-11-23T14:31:48Z',
    });
  });

  it('has the burn rate by which the time to exhaustion was told, as a row has', () => {
    const slow = aPair({
      tier: 'long',
      longWindow: 259_200,
      longBurnRate: 0.3,
      limit: 1,
    });
    const fast = aPair({ longBurnRate: 1.89, limit: 14.4 });
    const slo = aSlo({
      burnRates: [fast, slow],
      exhaustionWindow: fast.longWindow,
      timeToExhaustion: 775_191,
    });
    expect(cellsOf(sloCsvLine(slo))).toMatchObject({
      burn_rate: '1.89',
      burn_rate_window_seconds: '3600',
      time_to_exhaustion_seconds: '775191',
    });
  });

  it('names calendar windows, and says nothing of what could not be read', () => {
    const window = {
      type: 'calendar' as const,
      unit: 'month' as const,
      timeZone: 'Europe/Berlin',
    };
    expect(cellsOf(sloCsvLine(aSlo({ window }))).window).toBe(
      'month Europe/Berlin',
    );
    expect(
      cellsOf(sloCsvLine(aSlo({ window: { ...window, count: 2 } }))).window,
    ).toBe('2 month Europe/Berlin');
    expect(cellsOf(sloCsvLine(aSlo({ objective: 0 })))).toMatchObject({
      objective: '',
      window: '',
    });
  });
});
