import { plainAddress } from './plainAddress';

it('an address keeps its meaning and starts no template', () => {
  const plain = plainAddress('https://w.example.com/{{`up`|query}}/a');
  expect(plain).toBe('https://w.example.com/%7B%7B`up`|query%7D%7D/a');
  expect(decodeURI(plain)).toBe('https://w.example.com/{{`up`|query}}/a');
});
