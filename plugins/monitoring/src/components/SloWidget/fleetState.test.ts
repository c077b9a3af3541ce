import { aSloList } from '../../__testUtils__';
import { isQuiet, occurringStates, totalOf } from './fleetState';

const busy = aSloList({ burning: 2, ok: 10, exhausted: 1 }).counts;

describe('occurringStates', () => {
  it('names what burns first and leaves out what does not occur', () => {
    expect(occurringStates(busy)).toEqual([
      { state: 'burning', count: 2 },
      { state: 'exhausted', count: 1 },
      { state: 'ok', count: 10 },
    ]);
  });
});

describe('totalOf', () => {
  it('adds all states', () => {
    expect(totalOf(busy)).toBe(13);
  });
});

describe('isQuiet', () => {
  it.each([
    [{ ok: 3, young: 1, 'no-traffic': 1 }, true],
    [{ ok: 3, warning: 1 }, false],
    [{ ok: 3, 'no-data': 1 }, false],
    [{ ok: 3, stale: 1 }, false],
    [{}, true],
  ])('of %p is %p', (counts, quiet) => {
    expect(isQuiet(aSloList(counts).counts)).toBe(quiet);
  });
});
