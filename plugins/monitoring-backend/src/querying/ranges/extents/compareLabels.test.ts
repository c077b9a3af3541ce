import { compareLabels, labelPairs } from './compareLabels';

describe('compareLabels', () => {
  it('sorts as Prometheus does', () => {
    const inOrder: Record<string, string>[] = [
      {},
      { A: '1' },
      { __name__: 'a' },
      { __name__: 'a', b: '1' },
      { __name__: 'a', b: '1', c: '1' },
      { __name__: 'a', b: '10' },
      { __name__: 'a', b: '2' },
      { __name__: 'a', c: '1' },
      { __name__: 'ab' },
      { b: '' },
      { b: 'z' },
      { b: 'é' },
      { b: '\uffee' },
      { b: '😀' },
    ];
    const sorted = [...inOrder]
      .reverse()
      .sort((a, b) => compareLabels(labelPairs(a), labelPairs(b)));
    expect(sorted).toEqual(inOrder);
  });

  it('does not care in which order labels came', () => {
    expect(labelPairs({ b: '2', a: '1' })).toEqual(['a', '1', 'b', '2']);
  });
});
