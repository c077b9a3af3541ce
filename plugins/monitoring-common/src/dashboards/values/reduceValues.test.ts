import oracle from '../__fixtures__/reducers.json';
import { calculationName } from './calculationName';
import { reduceValues } from './reduceValues';

function decode(value: unknown) {
  switch (value) {
    case '__NaN__':
      return NaN;
    case '__undefined__':
    case null:
      return undefined;
    default:
      return value;
  }
}

const inputs = Object.fromEntries(
  Object.entries(oracle.inputs).map(([name, values]) => [
    name,
    values.map(value => (value === '__NaN__' ? NaN : (value as number | null))),
  ]),
);

describe('reduceValues', () => {
  it.each(Object.entries(oracle.results))(
    'has the results of Grafana for %s',
    (calculation, results) => {
      const own = Object.keys(results).map(name => [
        name,
        reduceValues(inputs[name], calculation),
      ]);
      expect(own).toEqual(
        Object.entries(results).map(([name, value]) => [name, decode(value)]),
      );
    },
  );

  it('knows the older names', () => {
    expect(reduceValues([1, 2, 6, null], 'current')).toBe(6);
    expect(reduceValues([1, 2, 6], 'avg')).toBe(3);
    expect(reduceValues([1, 2, 6], 'total')).toBe(9);
  });

  it('has no result for a calculation that it does not know', () => {
    expect(reduceValues([1, 2], 'sentiment')).toBeUndefined();
  });
});

describe('calculationName', () => {
  it.each(Object.entries(oracle.names))('calls %s "%s"', (id, name) => {
    expect(calculationName(id)).toBe(name);
  });
});
