import oracle from '../__fixtures__/reducers.json';
import { FieldValue } from '../frames/DataFrame';
import { calculationName } from './calculationName';
import { reduceField } from './reduceField';
import { reduceValues } from './reduceValues';

const decode = (value: unknown): unknown =>
  ({ __NaN__: NaN, __undefined__: undefined }[value as string] ?? value);
const undecoded = new Set(['__undefined__']);

const inputs = Object.fromEntries(
  Object.entries(oracle.inputs).map(([name, values]) => [
    name,
    values.map(value => decode(value) as FieldValue),
  ]),
);

const reducers = Object.entries(oracle.reducers).map(
  ([id, { name, aliases, results }]) => ({ id, name, aliases, results }),
);

describe('reduceField', () => {
  it.each(reducers.map(one => [one.id, one] as const))(
    'has the results of Grafana for %s',
    (id, { aliases, results }) => {
      for (const name of [id, ...aliases]) {
        const own = Object.keys(results).map(input => [
          input,
          lists(reduceField({ type: 'number', values: inputs[input] }, name)),
        ]);
        expect(own).toEqual(
          Object.entries(results).map(([input, value]) => [
            input,
            undecoded.has(value as string) ? undefined : decode(value),
          ]),
        );
      }
    },
  );

  it.each([
    ['lastNotNull', 'b'],
    ['first', 'a'],
    ['count', 2],
    ['countAll', 3],
    ['distinctCount', 2],
    ['changeCount', 1],
    ['sum', 0],
    ['mean', null],
    ['max', null],
    ['stdDev', 0],
    ['allIsNull', true],
  ])('finds %s of texts: %p', (calculation, expected) => {
    expect(
      reduceField({ type: 'string', values: ['a', null, 'b'] }, calculation),
    ).toBe(expected);
  });

  it.each(['sentiment', 'constructor', '__proto__', 'p0', 'p100', ''])(
    'has no result for %p, which is no calculation',
    calculation => {
      expect(
        reduceField({ type: 'number', values: [1, 2] }, calculation),
      ).toBeUndefined();
    },
  );

  it('has bounds beyond which there is only infinity', () => {
    const of = (values: number[], calculation: string) =>
      reduceField({ type: 'number', values }, calculation);
    expect(of([1, Infinity], 'max')).toBe(Infinity);
    expect(of([Infinity], 'min')).toBeNull();
  });
});

describe('reduceValues', () => {
  it('has figures only', () => {
    expect(reduceValues([1, 2, 6, null], 'current')).toBe(6);
    expect(reduceValues([1, null], 'last')).toBeUndefined();
    expect(reduceValues([0], 'allIsZero')).toBeUndefined();
  });
});

describe('calculationName', () => {
  it.each(reducers.map(({ id, name }) => [id, name]))(
    'calls %s "%s"',
    (id, name) => expect(calculationName(id)).toBe(name),
  );
});

/** The oracle's lists were written as JSON, which has no NaN. */
function lists(value: unknown): unknown {
  return Array.isArray(value) ? JSON.parse(JSON.stringify(value)) : value;
}
