import { cpuStopwatch } from '../__testUtils__/cpuStopwatch';
import { customOptions } from './customOptions';

describe('customOptions', () => {
  const written = (query: string) =>
    customOptions(query).map(({ text, value }) =>
      text === value ? value : `${text}=${value}`,
    );

  it.each([
    ['a,b, c', ['a', 'b', 'c']],
    ['a\\,b,c', ['a,b', 'c']],
    ['p50 : 0.5,p99 : 0.99', ['p50=0.5', 'p99=0.99']],
    ['a:b,c: d,e :f', ['a:b', 'c: d', 'e :f']],
    ['a : b : c', ['a : b=c']],
    ['a,,b,', ['a', 'b']],
    ['', []],
    ['up{a="b"} : x', ['up{a="b"}=x']],
    ['["a", "b,c"]', ['a', 'b,c']],
    ['[{"text":"A","value":"a"},{"value":"b"}]', ['A=a', 'b']],
    ['[{"text":"A"},null,3,[1]]', ['3']],
    ['[a],[b]', ['[a]', '[b]']],
  ])('reads %s', (query, options) => {
    expect(written(query)).toEqual(options);
  });

  it('keeps what JSON tells of a choice beside its text and value', () => {
    expect(
      customOptions('[{"text":"A","value":"a","zone":1,"more":{"x":1}}]'),
    ).toEqual([
      {
        text: 'A',
        value: 'a',
        properties: { text: 'A', value: 'a', zone: '1' },
      },
    ]);
  });

  it('is not led astray by names of the language itself', () => {
    const [option] = customOptions('[{"value":"a","__proto__":"x"}]');
    expect(Object.getPrototypeOf(option.properties)).toBe(Object.prototype);
  });

  it('ends soon whatever is written', () => {
    const seconds = cpuStopwatch();
    customOptions(`${' : '.repeat(100_000)}x`);
    customOptions(',\\'.repeat(100_000));
    expect(seconds()).toBeLessThan(3);
  });
});
