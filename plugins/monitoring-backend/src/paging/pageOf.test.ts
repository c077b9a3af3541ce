import { encodeCursor } from './cursor';
import { pageOf } from './pageOf';

const ALL = [1, 2, 3, 4, 5];

describe('pageOf', () => {
  it('leads through the whole list, page by page', () => {
    const seen: number[][] = [];
    let cursor: string | undefined;
    do {
      const page = pageOf(ALL, { limit: 2, cursor });
      expect(page.totalItems).toBe(5);
      seen.push(page.items);
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('has no next page when the list ends with the page', () => {
    expect(pageOf(ALL, { limit: 5 }).nextCursor).toBeUndefined();
    expect(pageOf([], { limit: 5 })).toEqual({ items: [], totalItems: 0 });
  });

  it('is empty after the end of a list that became shorter', () => {
    expect(pageOf(ALL, { limit: 2, cursor: encodeCursor(8) }).items).toEqual(
      [],
    );
  });

  it.each(['', 'x', Buffer.from('offset:-1').toString('base64url')])(
    'refuses a cursor that is not its own: %p',
    cursor => {
      expect(() => pageOf(ALL, { limit: 2, cursor })).toThrow(
        "The parameter 'cursor' is not one that this list gave out",
      );
    },
  );
});
