import { hashContent } from './hashContent';

it('does not depend on the order of keys, but on everything else', () => {
  expect(hashContent({ a: 1, b: [{ c: 2, d: undefined }] })).toBe(
    hashContent({ b: [{ c: 2 }], a: 1 }),
  );
  expect(hashContent({ a: [1, 2] })).not.toBe(hashContent({ a: [2, 1] }));
  expect(hashContent({ a: '1' })).not.toBe(hashContent({ a: 1 }));
});
