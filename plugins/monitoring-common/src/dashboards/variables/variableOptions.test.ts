import { variableOptions } from './variableOptions';

describe('variableOptions', () => {
  const texts = (
    values: string[],
    definition: Partial<Parameters<typeof variableOptions>[1]>,
  ) =>
    variableOptions(values, { sort: 'none', ...definition }).map(one =>
      one.text === one.value ? one.value : `${one.text}=${one.value}`,
    );

  it('has every value once', () => {
    expect(texts(['b', 'a', 'b'], {})).toEqual(['b', 'a']);
  });

  it.each([
    ['asc' as const, ['node-2', 'node-10']],
    ['desc' as const, ['node-10', 'node-2']],
  ])('sorts (%s) numbers within texts as numbers', (sort, sorted) => {
    expect(texts(['node-10', 'node-2'], { sort })).toEqual(sorted);
  });

  it.each([
    ['/^template/', ['template0', 'template1']],
    ['/^TEMPLATE1$/i', ['template1']],
    ['template(\\d)', ['0', '1']],
    ['/(?P<text>t)emplate(?P<value>\\d)/', ['t=0', 't=1']],
    ['/(/', ['media', 'template0', 'template1']],
  ])('keeps what %s says', (regex, kept) => {
    expect(texts(['media', 'template0', 'template1'], { regex })).toEqual(kept);
  });
});
