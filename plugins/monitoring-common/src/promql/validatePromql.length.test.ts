import { validatePromql } from './validatePromql';

const names = Array.from({ length: 5_000 }, (_, index) => `service-${index}`);
const naming = (pattern: string) =>
  `sum by (service) (up{service=~"${pattern}"})`;

describe('validatePromql, of expressions that name thousands of services,', () => {
  it('takes them where length does not matter, and refuses them otherwise', () => {
    const long = naming(names.join('|'));
    expect(validatePromql(long, { anyLength: true })).toBeUndefined();
    expect(validatePromql(long)?.message).toMatch(/longer than 16 KiB/);
  });

  it.each(['(', 'a(?=b)', 'a\\\\'])(
    'refuses what Prometheus could not load: %s',
    name => {
      expect(
        validatePromql(naming([...names, name].join('|')), { anyLength: true }),
      ).toBeDefined();
    },
  );

  it('takes names with escaped characters', () => {
    const named = naming([...names, 'a\\\\.b'].join('|'));
    expect(validatePromql(named, { anyLength: true })).toBeUndefined();
  });
});
