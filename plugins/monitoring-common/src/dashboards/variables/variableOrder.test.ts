import { cpuStopwatch } from '../__testUtils__/cpuStopwatch';
import fc from 'fast-check';
import { parseVariable } from '../model/parseVariable';
import { variableOrder } from './variableOrder';

const variable = (name: string, query: string, rest: object = {}) =>
  parseVariable({ name, type: 'query', query, ...rest })!;

describe('variableOrder', () => {
  const names = (list: ReturnType<typeof variable>[]) => {
    const { order, cyclic } = variableOrder(list);
    return [order.map(({ name }) => name), [...cyclic]];
  };

  it('reads each variable after those that it names, wherever it names them', () => {
    expect(
      names([
        variable('pod', 'label_values(up{namespace="$namespace"}, pod)'),
        variable(
          'namespace',
          'label_values(up{cluster="[[cluster]]"}, namespace)',
        ),
        variable('cluster', 'label_values(up, cluster)', {
          datasource: { uid: '${datasource}' },
        }),
        variable('datasource', '', { type: 'datasource' }),
        variable('filtered', 'label_values(job)', { regex: '/$pod/' }),
        variable('all', 'label_values(job)', { allValue: '${filtered:raw}' }),
      ]),
    ).toEqual([
      ['datasource', 'cluster', 'namespace', 'pod', 'filtered', 'all'],
      [],
    ]);
  });

  it('finds cycles, and tells them from what only depends on them', () => {
    expect(
      names([
        variable('after', 'label_values(x{a="$a"}, l)'),
        variable('a', 'label_values(x{b="$b"}, l)'),
        variable('b', 'label_values(x{a="$a"}, l)'),
        variable('self', 'label_values(x{s="$self"}, l)'),
        variable('free', 'label_values(x, l)'),
        variable('last', 'label_values(x{a="$after"}, l)'),
      ]),
    ).toEqual([
      ['free', 'a', 'b', 'self', 'after', 'last'],
      ['a', 'b', 'self'],
    ]);
  });

  it('has every variable once, whatever depends on what', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(9), { maxLength: 4 }), { maxLength: 10 }),
        needs => {
          const list = needs.map((on, at) =>
            variable(`v${at}`, on.map(one => `$v${one}`).join(' ')),
          );
          const { order, cyclic } = variableOrder(list);
          expect(order.map(({ name }) => name).sort()).toEqual(
            list.map(({ name }) => name).sort(),
          );
          const place = (name: string) =>
            order.findIndex(one => one.name === name);
          const tooLate = needs.flatMap((on, at) =>
            on.filter(
              one =>
                one < needs.length &&
                !cyclic.has(`v${at}`) &&
                place(`v${one}`) >= place(`v${at}`),
            ),
          );
          expect(tooLate).toEqual([]);
        },
      ),
    );
  });

  it('ends soon with a thousand variables in one circle', () => {
    const list = Array.from({ length: 1_000 }, (_, at) =>
      variable(`v${at}`, `$v${(at + 1) % 1_000}`),
    );
    const seconds = cpuStopwatch();
    expect(variableOrder(list).cyclic.size).toBe(1_000);
    expect(seconds()).toBeLessThan(5);
  });
});
