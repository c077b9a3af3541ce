import { useState } from 'react';

/** Where a reader of a list that is cut into pages stands. */
export interface Cursors {
  /** Of the page shown; absent for the first. */
  cursor?: string;
  /** Counted from 0. */
  page: number;
  next(cursor: string): void;
  previous(): void;
}

/**
 * Remembers the way through a list whose pages are only linked forwards.
 *
 * @param list - what is listed: another list begins at its first page
 */
export function useCursors(list: string): Cursors {
  const [state, setState] = useState<{ list: string; cursors: string[] }>({
    list,
    cursors: [],
  });
  const cursors = state.list === list ? state.cursors : [];
  return {
    cursor: cursors.at(-1),
    page: cursors.length,
    next: cursor => setState({ list, cursors: [...cursors, cursor] }),
    previous: () => setState({ list, cursors: cursors.slice(0, -1) }),
  };
}
