import { anSlo, aText } from './__testUtils__/anSlo';
import { parseSloDocuments } from './parseSloDocuments';

/** Reads a text and tells how long it took, in milliseconds. */
function time(text: string) {
  const start = performance.now();
  const parsed = parseSloDocuments(text);
  return { ...parsed, milliseconds: performance.now() - start };
}

/** Far above what it takes, and far below what an attack would want. */
const SOON = 5_000;

const BOMB = `a: &a [x,x,x,x,x,x,x,x,x]
${'bcdefghijkl'
  .split('')
  .map(
    (name, index) =>
      `${name}: &${name} [${`*${'abcdefghijkl'[index]},`.repeat(9)}]`,
  )
  .join('\n')}
`;

describe('limits of SLO documents', () => {
  it('refuses half a megabyte', () => {
    const { problems } = time('a'.repeat(500_001));
    expect(problems).toMatchObject([
      { severity: 'error', message: expect.stringContaining('500000') },
    ]);
  });

  it('reads the first 500 objects', () => {
    const slos = Array.from({ length: 501 }, (_, index) => ({
      apiVersion: 'openslo/v1',
      kind: 'Service',
      metadata: { name: `s${index}` },
    }));
    const { problems } = parseSloDocuments(aText(slos));
    expect(problems).toMatchObject([
      { message: expect.stringContaining('only the first 500 are read') },
    ]);
  });

  it.each([
    ['brackets', '['.repeat(100_000)],
    ['braces', '{a: '.repeat(100_000)],
    ['closed brackets', '['.repeat(100_000) + ']'.repeat(100_000)],
    [
      'blocks',
      Array.from({ length: 900 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    ],
    ['dashes', '- '.repeat(200_000)],
    ['questions', '? '.repeat(200_000)],
    [
      'anchors',
      Array.from({ length: 40_000 }, (_, i) => `- &a${i} x`).join('\n'),
    ],
    ['aliases', `- &a x\n${'- *a\n'.repeat(90_000)}`],
    ['a bomb of aliases', BOMB],
    [
      'a ring of aliases',
      '&a {apiVersion: openslo/v1, kind: SLO, metadata: *a, spec: *a}',
    ],
    ['one key a hundred thousand times', 'a: 1\n'.repeat(90_000)],
    [
      'a hundred thousand fields',
      `kind: SLO\n${Array.from({ length: 60_000 }, (_, i) => `k${i}: 1`).join(
        '\n',
      )}`,
    ],
    ['documents', '---\n'.repeat(120_000)],
    ['tags', '!'.repeat(400_000)],
    ['functions', 'kind: !!js/function "function () { return 1 }"'],
    ['quotes', `"${'\\'.repeat(400_000)}`],
    ['white space', `a:${' '.repeat(400_000)}b\n`],
    ['line ends', '\n'.repeat(450_000)],
    ['colons', ':'.repeat(400_000)],
  ])('D02 · answers soon to %s', (_, text) => {
    const { definitions, problems, milliseconds } = time(text);
    expect(definitions).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(200);
    expect(milliseconds).toBeLessThan(SOON);
  });

  it('answers soon to a long query that aliases repeat', () => {
    const terms = Array(25)
      .fill(`x{a="${'b'.repeat(60)}"}`)
      .join(' + ')
      .slice(0, 1_900);
    const query = JSON.stringify(`sum(${terms.replace(/ \+[^+]*$/, '')})`);
    const slo = (index: number) =>
      `- {name: s${index}, objective: 99, sli: {events: {error_query: *q, total_query: *t}}}`;
    const { problems, milliseconds } = time(`version: prometheus/v1
service: a
labels: {q: &q ${query}, t: &t ${query.replace('sum(', 'sum(y + ')}}
slos:
${Array.from({ length: 200 }, (_, index) => slo(index)).join('\n')}
`);
    expect(problems.length).toBeGreaterThan(0);
    expect(milliseconds).toBeLessThan(2 * SOON);
  });

  it('leaves prototypes as they are', () => {
    const text = JSON.stringify(anSlo()).replace(
      '"name":"uploads"',
      '"name":"uploads","labels":{"__proto__":"a","constructor":"b"},"annotations":{"__proto__":"a"}',
    );
    const { definitions } = parseSloDocuments(text);
    expect(Object.entries(definitions[0].labels!)).toEqual([
      ['constructor', ['b']],
    ]);
    expect(({} as any).a).toBeUndefined();
    const kinds = parseSloDocuments(
      'apiVersion: constructor\nkind: toString\n---\n__proto__: {apiVersion: openslo/v1}\n',
    );
    expect(kinds.problems.map(({ severity }) => severity)).toEqual([
      'error',
      'error',
    ]);
  });
});
