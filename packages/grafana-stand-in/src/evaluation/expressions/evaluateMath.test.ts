import { evaluateMath } from './evaluateMath';
import { Sample } from './Sample';

const A: Sample[] = [
  { labels: { instance: 'a' }, value: 0.07 },
  { labels: { instance: 'b' }, value: 0 },
  { labels: { instance: 'c' }, value: NaN },
];

const values = (expression: string, samples: Sample[] = A) =>
  evaluateMath(expression, () => samples).map(({ value }) => value);

describe('evaluateMath', () => {
  it.each<[string, number[]]>([
    ['$A > 0.05', [1, 0, NaN]],
    ['${A} * 100', [7.000000000000001, 0, NaN]],
    ['!is_nan($A) && $A > 0.05', [1, 0, 0]],
    ['1 + 2 * 3 ** 2 - -1', [20]],
    ['(1 + 2) * 3 % 4', [1]],
    ['1 / 0 > 1e9 || 0', [1]],
    ['abs($A - 1) <= 0.93', [1, 0, NaN]],
    ['is_inf(1 / $A)', [0, 1, 0]],
  ])('%s', (expression, expected) => {
    expect(values(expression)).toEqual(expected);
  });

  it('is without data when what it reads is', () => {
    expect(values('$A > 0.05', [])).toEqual([]);
  });

  it.each(['$A >', '$A ? 1', '($A', '$A $B', 'sqrt($A)'])(
    'refuses %s',
    expression => {
      expect(() => values(expression)).toThrow(
        expect.objectContaining({ name: 'ExpressionError' }),
      );
    },
  );
});
