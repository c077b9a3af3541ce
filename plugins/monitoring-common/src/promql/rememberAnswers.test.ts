import { rememberAnswers } from './rememberAnswers';

describe('rememberAnswers', () => {
  it('answers each question once while it is among the last', () => {
    const asked: string[] = [];
    const ask = rememberAnswers(2, (first, second) => {
      asked.push(`${first} ${second}`);
      return first === '' ? undefined : first + second;
    });
    expect([ask('a', 'b'), ask('', ''), ask('a', 'b'), ask('', '')]).toEqual([
      'ab',
      undefined,
      'ab',
      undefined,
    ]);
    expect(asked).toEqual(['a b', ' ']);
    ask('c', 'd');
    ask('', '');
    expect(asked).toHaveLength(3);
    ask('a', 'b');
    expect(asked).toHaveLength(4);
  });

  it('tells texts apart however they are split', () => {
    const ask = rememberAnswers(9, (first, second) => [first, second]);
    expect([ask('a b', 'c'), ask('a', 'b c'), ask('a"', '"c')]).toEqual([
      ['a b', 'c'],
      ['a', 'b c'],
      ['a"', '"c'],
    ]);
  });
});
