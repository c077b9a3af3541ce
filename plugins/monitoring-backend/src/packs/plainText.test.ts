import { plainAddress, plainText } from './plainText';

it.each([
  ['Ingestor', 'Ingestor'],
  ['a {b} c', 'a {b} c'],
  ['{{ query "up" }}', '{ { query "up" }}'],
  ['{{{ query "up" }}}', '{ { { query "up" }}}'],
])('%s starts no template', (text, plain) => {
  expect(plainText(text)).toBe(plain);
  expect(plainText(text)).not.toContain('{{');
});

it('an address keeps its meaning and starts no template', () => {
  const plain = plainAddress('https://w.example.com/{{`up`|query}}/a');
  expect(plain).toBe('https://w.example.com/%7B%7B`up`|query%7D%7D/a');
  expect(decodeURI(plain)).toBe('https://w.example.com/{{`up`|query}}/a');
});
