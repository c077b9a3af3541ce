import { aPair, STORY_HISTORY, STORY_STATUS } from '../../__testUtils__';
import { burnLines, burnRateDecades } from './burnLines';

describe('burnLines', () => {
  it('has one line per pair, the fastest first, each in its own colour', () => {
    const lines = burnLines(
      [...STORY_STATUS.burnRates].reverse(),
      STORY_HISTORY,
      'light',
    );
    expect(lines.map(({ pair }) => pair.tier)).toEqual([
      'fast',
      'medium',
      'slow',
      'long',
    ]);
    expect(new Set(lines.map(({ color }) => color)).size).toBe(4);
  });

  it('leaves out a pair without a history', () => {
    const history = { ...STORY_HISTORY, burnRates: [] };
    expect(burnLines([aPair()], history, 'dark')).toEqual([]);
  });
});

describe('burnRateDecades', () => {
  it.each([
    [[56.9], [0.1, 1, 10, 100]],
    [
      [null, 0.2],
      [0.1, 1, 10, 100],
    ],
    [[950], [0.1, 1, 10, 100, 1000]],
  ])('for %p', (values, decades) => {
    expect(burnRateDecades([{ pair: aPair(), color: '', values }])).toEqual(
      decades,
    );
  });
});
