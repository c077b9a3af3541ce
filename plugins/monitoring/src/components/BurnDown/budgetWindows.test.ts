import { SloWindow } from '@sightline/backstage-plugin-monitoring-common';
import {
  evenSpending,
  nextWindowStart,
  windowBeginnings,
} from './budgetWindows';

const DAY = 86_400;
const at = (iso: string) => Date.parse(iso) / 1000;
const MONTH: SloWindow & { type: 'calendar' } = {
  type: 'calendar',
  unit: 'month',
  timeZone: 'Europe/Berlin',
};

describe('windowBeginnings', () => {
  it('finds each first of a month at midnight of its zone, over summer time', () => {
    const span = {
      from: at('2026-09-15T00:00:00Z'),
      to: at('2026-11-23T00:00:00Z'),
    };
    expect(windowBeginnings(MONTH, span)).toEqual([
      at('2026-09-30T22:00:00Z'),
      at('2026-10-31T23:00:00Z'),
    ]);
  });

  it('finds none of a rolling window', () => {
    expect(
      windowBeginnings(
        { type: 'rolling', duration: 30 * DAY },
        { from: 0, to: 90 * DAY },
      ),
    ).toEqual([]);
  });
});

describe('nextWindowStart', () => {
  it.each(['2026-02-01T00:00:00Z', '2026-02-28T22:59:59Z'])(
    'after %s is the first of March',
    now => {
      expect(nextWindowStart(MONTH, at(now))).toBe(at('2026-02-28T23:00:00Z'));
    },
  );
});

describe('evenSpending', () => {
  it('falls from all to nothing over a rolling window', () => {
    expect(
      evenSpending(
        { type: 'rolling', duration: 30 * DAY },
        { from: 0, to: 30 * DAY },
      ),
    ).toEqual([
      { from: { time: 0, share: 1 }, to: { time: 30 * DAY, share: 0 } },
    ]);
  });

  it('is cut to the span that is looked at', () => {
    const [line] = evenSpending(
      { type: 'rolling', duration: 30 * DAY },
      { from: 23 * DAY, to: 30 * DAY },
    );
    expect(line.from.share).toBeCloseTo(7 / 30, 9);
  });

  it('begins again with each calendar window, and does not end before the window does', () => {
    const lines = evenSpending(MONTH, {
      from: at('2026-10-15T22:00:00Z'),
      to: at('2026-11-15T23:00:00Z'),
    });
    expect(lines).toHaveLength(2);
    expect(lines[0].to.share).toBeCloseTo(0, 9);
    expect(lines[1].from.share).toBeCloseTo(1, 9);
    expect(lines[1].to.share).toBeCloseTo(0.5, 9);
  });
});
