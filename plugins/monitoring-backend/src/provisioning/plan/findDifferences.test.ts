import { findDifferences } from './findDifferences';

describe('findDifferences', () => {
  it.each<[string, object, object, object[]]>([
    ['a value', { a: 1 }, { a: 2 }, [{ path: 'a', theirs: '1', ours: '2' }]],
    ['what is only theirs', { a: 1 }, {}, [{ path: 'a', theirs: '1' }]],
    [
      'what is only ours',
      {},
      { a: { b: 1 } },
      [{ path: 'a', ours: '{"b":1}' }],
    ],
    ['nothing for another order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
    [
      'an insertion into a list of named things',
      { panels: [{ id: 1 }, { id: 2 }] },
      { panels: [{ id: 2 }] },
      [{ path: 'panels[1]', theirs: '{"id":1}' }],
    ],
    [
      'a list of plain values by place',
      { tags: ['a', 'b'] },
      { tags: ['a', 'c'] },
      [{ path: 'tags[1]', theirs: 'b', ours: 'c' }],
    ],
    [
      'rules by their name',
      {
        rules: [
          { alert: 'Slow', expr: 'a' },
          { record: 'r', expr: 'b' },
        ],
      },
      {
        rules: [
          { record: 'r', expr: 'b' },
          { alert: 'Slow', expr: 'c' },
        ],
      },
      [{ path: 'rules[Slow].expr', theirs: 'a', ours: 'c' }],
    ],
  ])('finds %s', (_what, theirs, ours, expected) => {
    expect(
      findDifferences(
        theirs as Record<string, unknown>,
        ours as Record<string, unknown>,
      ),
    ).toEqual(
      expected.map(entry => ({
        theirs: undefined,
        ours: undefined,
        ...entry,
      })),
    );
  });

  it('stops at 20, or where it is told', () => {
    const many = Object.fromEntries(
      Array.from({ length: 600 }, (_, index) => [`field${index}`, index]),
    );
    expect(findDifferences(many, {})).toHaveLength(20);
    expect(findDifferences(many, {}, 500)).toHaveLength(500);
  });

  it('shortens long values', () => {
    const [{ theirs }] = findDifferences({ text: 'x'.repeat(600) }, {});
    expect(theirs).toHaveLength(500);
    expect(theirs).toMatch(/x…$/);
  });
});
