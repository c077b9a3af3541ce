import fc from 'fast-check';
import { isMap, parseDocument, Scalar, stringify } from 'yaml';
import { offsetInScalar } from './offsetInScalar';

/** The scalar under `key`. */
function scalarOf(text: string): Scalar<string> {
  const { contents } = parseDocument(text);
  return (isMap(contents) ? contents.get('key', true) : undefined) as any;
}

describe('offsetInScalar', () => {
  it.each([
    ['plain', 'key: one two', 'two'],
    ['in single quotes', "key: 'it''s two'", 'two'],
    ['in double quotes', 'key: "a\\tb \\u0041 \\"two\\""', 'two'],
    ['plain over lines', 'key: one\n  more\n\n  two', 'two'],
    ['in quotes over lines', 'key: "one \\\n  more\n  two"', 'two'],
    ['literal', 'key: |\n  one\n    more\n\n  two\n', 'two'],
    ['literal with an indicator', 'key: |2-\n    one\n  two', 'two'],
    ['literal with a comment', 'key: |- # two\n  one\n  two', 'two'],
    ['folded', 'key: >-\n  one\n  more\n\n  two\n', 'two'],
    ['folded with deeper lines', 'key: >\n  one\n    more\n  two\n', 'two'],
    ['with Windows line ends', 'key: |\r\n  one\r\n  two\r\n', 'two'],
  ])('finds a word that is %s', (_what, text, word) => {
    const node = scalarOf(text);
    const offset = offsetInScalar(text, node, node.value.indexOf(word));
    expect(text.slice(offset, offset + word.length)).toBe(word);
    expect(offset).toBe(text.lastIndexOf(word));
  });

  it('finds every character, however the text is written', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', 'b', ' ', '\n', "'", ',', '%', 'é'),
          minLength: 1,
          maxLength: 60,
        }),
        fc.constantFrom(
          'PLAIN',
          'QUOTE_SINGLE',
          'QUOTE_DOUBLE',
          'BLOCK_LITERAL',
          'BLOCK_FOLDED',
        ),
        fc.constantFrom(20, 80, 0),
        (value, defaultStringType, lineWidth) => {
          const text = stringify(
            { key: value },
            { defaultStringType: defaultStringType as any, lineWidth },
          );
          const node = scalarOf(text);
          const seen = [...node.value.matchAll(/\S/g)];
          expect(
            seen.map(({ index }) => text[offsetInScalar(text, node, index)]),
          ).toEqual(seen.map(([character]) => character));
        },
      ),
      { numRuns: 500 },
    );
  });
});
