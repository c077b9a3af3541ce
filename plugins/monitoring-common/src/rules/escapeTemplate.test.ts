import fc from 'fast-check';
import { escapeTemplate } from './escapeTemplate';

describe('escapeTemplate', () => {
  it.each([
    ['Ingestor', 'Ingestor'],
    ['a {b} c', 'a {b} c'],
    ['{{ query "up" }}', '{ { query "up" }}'],
    ['{{{ query "up" }}}', '{ { { query "up" }}}'],
  ])('%s starts no template', (text, escaped) => {
    expect(escapeTemplate(text)).toBe(escaped);
  });

  it('starts no template whatever the text, and adds nothing but spaces', () => {
    const texts = fc.string({ unit: fc.constantFrom('{', '}', ' ', 'a') });
    fc.assert(
      fc.property(texts, text => {
        const escaped = escapeTemplate(text);
        expect(escaped).not.toContain('{{');
        expect(escaped.replace(/ /g, '')).toBe(text.replace(/ /g, ''));
      }),
    );
  });
});
