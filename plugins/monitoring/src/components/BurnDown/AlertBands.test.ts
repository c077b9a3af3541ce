import { mergeRegions } from './AlertBands';

const SPAN = { from: 0, to: 100 };

describe('mergeRegions', () => {
  it('joins regions of one severity that overlap, and keeps the severities apart', () => {
    expect(
      mergeRegions(
        [
          { tier: 'medium', severity: 'page', start: 15, end: 30 },
          { tier: 'fast', severity: 'page', start: 10, end: 20 },
          { tier: 'slow', severity: 'ticket', start: 12, end: 25 },
          { tier: 'fast', severity: 'page', start: 50 },
        ],
        SPAN,
      ),
    ).toEqual([
      { severity: 'ticket', start: 12, end: 25 },
      { severity: 'page', start: 10, end: 30 },
      { severity: 'page', start: 50, end: 100 },
    ]);
  });

  it('cuts regions to what is looked at', () => {
    expect(
      mergeRegions(
        [
          { tier: 'fast', severity: 'page', start: -20, end: 5 },
          { tier: 'fast', severity: 'page', start: -20, end: -5 },
        ],
        SPAN,
      ),
    ).toEqual([{ severity: 'page', start: 0, end: 5 }]);
  });
});
