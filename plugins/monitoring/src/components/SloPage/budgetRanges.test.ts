import { budgetRanges } from './budgetRanges';

const DAY = 86_400;

describe('budgetRanges', () => {
  it.each([
    [30, ['1d', '7d', 'window', '90d']],
    [7, ['1d', 'window', '90d']],
    [90, ['1d', '7d', 'window']],
    [1 / 24, ['window', '1d', '7d', '90d']],
  ])('of a window of %p days', (days, keys) => {
    expect(
      budgetRanges({ type: 'rolling', duration: days * DAY }).map(
        ({ key }) => key,
      ),
    ).toEqual(keys);
  });

  it('keeps 90 days beside a quarter, which began some time ago', () => {
    const quarter = {
      type: 'calendar',
      unit: 'quarter',
      timeZone: 'UTC',
    } as const;
    expect(
      budgetRanges(quarter)
        .map(({ key }) => key)
        .sort(),
    ).toEqual(['1d', '7d', '90d', 'window']);
  });
});
