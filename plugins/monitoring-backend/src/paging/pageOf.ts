import { decodeCursor, encodeCursor } from './cursor';

/** One page of a list. */
export interface Page<T> {
  items: T[];
  /** On all pages. */
  totalItems: number;
  /** Absent on the last page. */
  nextCursor?: string;
}

/**
 * The page of a whole list that a query asks for.
 *
 * @throws `InputError` for a cursor that is not ours
 */
export function pageOf<T>(
  all: T[],
  query: { limit: number; cursor?: string },
): Page<T> {
  const offset = decodeCursor(query.cursor);
  const next = offset + query.limit;
  return {
    items: all.slice(offset, next),
    totalItems: all.length,
    nextCursor: next < all.length ? encodeCursor(next) : undefined,
  };
}
