import { batchesByLength } from './batchesByLength';

describe('batchesByLength', () => {
  it.each([
    ['nothing', [], []],
    ['what fits', ['aa', 'bb'], [['aa', 'bb']]],
    ['too many characters', ['aaa', 'bbb', 'c'], [['aaa'], ['bbb', 'c']]],
    ['too many items', ['a', 'b', 'c', 'd'], [['a', 'b', 'c'], ['d']]],
    ['what is longer in an address', ['|a', '|b'], [['|a'], ['|b']]],
    ['one that is longer than all', ['aaaaaaa', 'b'], [['aaaaaaa'], ['b']]],
  ])('makes batches of %s', (_, texts, batches) => {
    expect(batchesByLength(texts, { characters: 5, items: 3 })).toEqual(
      batches,
    );
  });
});
