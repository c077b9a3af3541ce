import { aStoryHistory, STORY_HISTORY } from '../../__testUtils__';
import { bucketLength, eventBuckets } from './eventBuckets';

describe('eventBuckets', () => {
  it('loses no event and counts none twice', () => {
    const sum = (values: (number | null)[]) =>
      values.reduce<number>((all, value) => all + (value ?? 0), 0);
    const buckets = eventBuckets(STORY_HISTORY, 'day', 'UTC');
    expect(sum(buckets.map(({ bad }) => bad))).toBeCloseTo(
      sum(STORY_HISTORY.events.bad),
      6,
    );
    expect(sum(buckets.map(({ total }) => total))).toBeCloseTo(
      sum(STORY_HISTORY.events.total),
      3,
    );
    expect(buckets.length).toBeGreaterThanOrEqual(30);
    expect(buckets.length).toBeLessThanOrEqual(32);
  });

  it('has the budget left at the end of each', () => {
    const buckets = eventBuckets(STORY_HISTORY, 'day', 'UTC');
    expect(buckets[buckets.length - 1].budgetRemaining).toBeCloseTo(0.604, 3);
  });

  it('has a bar for each day of the zone', () => {
    const from = Date.parse('2026-11-21T23:00:00Z');
    const history = aStoryHistory({ from, to: from + 2 * 86_400_000 });
    expect(eventBuckets(history, 'day', 'Europe/Berlin')).toHaveLength(3);
    expect(eventBuckets(history, 'hour', 'Europe/Berlin').length).toBe(49);
  });

  it('leaves out what was not measured', () => {
    const history = {
      ...STORY_HISTORY,
      times: [3_600, 7_200],
      step: 3_600,
      budgetRemaining: [null, 1],
      events: { bad: [null, 2], total: [null, 9] },
    };
    expect(eventBuckets(history, 'hour', 'UTC')).toEqual([
      { start: 3_600, end: 7_200, bad: 2, total: 9, budgetRemaining: 1 },
    ]);
  });
});

describe('bucketLength', () => {
  it.each([
    [30 * 86_400, 'day'],
    [86_400, 'hour'],
    [3_600, 'step'],
  ])('for a window of %p s is a %s', (seconds, length) => {
    expect(bucketLength(seconds)).toBe(length);
  });
});
