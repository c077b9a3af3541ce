import { splitGroup } from './splitGroup';

const group = (count: number) => ({
  name: 'sightline:alerts:x',
  rules: Array.from({ length: count }, (_, index) => ({
    alert: `A${index}`,
    expr: 'up',
  })),
});

describe('splitGroup', () => {
  it.each([
    ['mimir:default', 20, { 'sightline:alerts:x': 20 }],
    [
      'mimir:default',
      41,
      {
        'sightline:alerts:x': 20,
        'sightline:alerts:x:2': 20,
        'sightline:alerts:x:3': 1,
      },
    ],
    ['rule-files:default', 41, { 'sightline:alerts:x': 41 }],
  ])('makes of a group for %s with %s rules %j', (target, count, expected) => {
    const groups = splitGroup(group(count), target);
    expect(
      Object.fromEntries(groups.map(({ name, rules }) => [name, rules.length])),
    ).toEqual(expected);
    expect(groups.flatMap(({ rules }) => rules)).toEqual(group(count).rules);
  });
});
