import { STORY_DETAIL } from '../../__testUtils__';
import { sloNoun } from './sloNoun';

const LATENCY = {
  type: 'latency',
  histogram: 'seconds',
  thresholdSeconds: 0.5,
} as const;

describe('sloNoun', () => {
  it.each([
    [{}, 'events'],
    [{ sli: LATENCY }, 'requests'],
    [{ sli: { type: 'uptime', gauge: 'up{$selector}' } }, 'minutes'],
    [{ budgetingMethod: 'Timeslices', sli: LATENCY }, 'slices'],
    [{ budgetingMethod: 'RatioTimeslices' }, 'slices'],
  ] as const)('of %j is %s', (changes, unit) => {
    expect(sloNoun({ ...STORY_DETAIL, ...changes })).toBe(unit);
  });

  it.each([
    ['minutes', 'minutes'],
    ['slices', 'slices'],
    ['events', 'requests'],
  ] as const)('believes the backend, which counts in %s', (countedIn, unit) => {
    expect(
      sloNoun({
        ...STORY_DETAIL,
        sli: LATENCY,
        status: { ...STORY_DETAIL.status, countedIn },
      }),
    ).toBe(unit);
  });
});
