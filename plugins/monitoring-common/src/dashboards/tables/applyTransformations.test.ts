import oracle from '../__fixtures__/transformations.json';
import { applyTransformations } from './applyTransformations';
import { fieldName, TableFrame } from './TableFrame';

const COUNT: TableFrame = {
  refId: 'A',
  fields: [
    { name: 'queue', type: 'string', values: ['a', 'b', 'c'] },
    { name: 'Value', type: 'number', values: [null, 7, 12] },
  ],
};
const said = (frames: TableFrame[]) =>
  frames.map(({ fields }) =>
    fields.map(field => [fieldName(field), field.type, field.values]),
  );
const apply = (frames: TableFrame[], id: string, options = {}) =>
  said(applyTransformations(frames, [{ id, options }]));

describe('applyTransformations', () => {
  it.each(oracle.map(one => [one.name, one] as const))(
    'does what Grafana does: %s',
    (_, { id, options, input, output }) => {
      const frames = input as unknown as TableFrame[];
      const result = applyTransformations(frames, [{ id, options }]);
      expect(said(result)).toEqual(said(output as unknown as TableFrame[]));
    },
  );

  it('makes one row of what several queries say about the same thing', () => {
    const value = (refId: string, services: string[], values: number[]) => ({
      refId,
      fields: [
        { name: 'service', type: 'string' as const, values: services },
        { name: `Value #${refId}`, type: 'number' as const, values },
      ],
    });
    const frames = [
      value('A', ['gateway', 'ingestor'], [16.7, 4.31]),
      value('B', ['ingestor', 'media'], [0.03, 0.01]),
    ];
    expect(apply(frames, 'merge')).toEqual([
      [
        ['service', 'string', ['gateway', 'ingestor', 'media']],
        ['Value #A', 'number', [16.7, 4.31, null]],
        ['Value #B', 'number', [null, 0.03, 0.01]],
      ],
    ]);
  });

  it('keeps all rows of an outer join, in the order of the column', () => {
    const other: TableFrame = {
      refId: 'B',
      fields: [
        { name: 'queue', type: 'string', values: ['d', 'b'] },
        { name: 'Lag', type: 'number', values: [1, 2] },
      ],
    };
    expect(apply([COUNT, other], 'joinByField', { byField: 'queue' })).toEqual([
      [
        ['queue', 'string', ['a', 'b', 'c', 'd']],
        ['Value', 'number', [null, 7, 12, null]],
        ['Lag', 'number', [null, 2, null, 1]],
      ],
    ]);
  });

  it.each([
    [true, ['c', 'b', 'a']],
    [false, ['b', 'c', 'a']],
  ])(
    'sorts rows (descending: %s), those without a value last',
    (desc, order) => {
      const [[[, , queues]]] = apply([COUNT], 'sortBy', {
        sort: [{ field: 'Value', desc }],
      });
      expect(queues).toEqual(order);
    },
  );

  it.each(['extractFields', 'toString', ''])(
    'changes nothing for the unknown transformation "%s"',
    id => {
      expect(apply([COUNT], id)).toEqual(said([COUNT]));
    },
  );
});
