import { aBrake } from '../../__testUtils__';
import { largestGroup } from './largestGroup';
import { shareScale } from './shareScale';

describe('shareScale', () => {
  it.each([
    [0.264, 0.2, 0.5],
    [0.03, 0.02, 0.05],
    [0.2, 0.2, 0.25],
    [0.9, 0.2, 1],
  ])('of %p with the limit %p ends at %p', (share, limit, end) => {
    expect(shareScale(share, limit)).toBe(end);
  });
});

describe('largestGroup', () => {
  it('finds the services that went together', () => {
    expect(largestGroup(aBrake().entities)).toEqual({
      count: 2,
      since: '2026-11-22T14:02:00Z',
    });
  });

  it('finds none among none', () => {
    expect(largestGroup([])).toBeUndefined();
  });
});
