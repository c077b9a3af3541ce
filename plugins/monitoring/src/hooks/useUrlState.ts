import { useCallback } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';

/** Values by name; a list stands for a name that occurs several times, undefined removes it. */
export type UrlChanges = Record<string, string | string[] | undefined>;

/** The query part of the page's address, as state. */
export interface UrlState {
  params: URLSearchParams;
  /** Changes some values and keeps the others; `replace` leaves no entry in the history. */
  change(changes: UrlChanges, options?: { replace?: boolean }): void;
  /** The address after changes, for a link. */
  pathAfter(changes: UrlChanges): string;
}

/**
 * Reads and writes the page's address. The only file that knows the router, whose hooks
 * change with Backstage 1.57.
 */
export function useUrlState(): UrlState {
  const [params, setParams] = useSearchParams();
  const { pathname } = useLocation();

  const change = useCallback(
    (changes: UrlChanges, options?: { replace?: boolean }) =>
      setParams(old => changed(old, changes), {
        replace: options?.replace,
      }),
    [setParams],
  );

  return {
    params,
    change,
    pathAfter: changes => `${pathname}?${changed(params, changes)}`,
  };
}

function changed(old: URLSearchParams, changes: UrlChanges): URLSearchParams {
  const next = new URLSearchParams(old);
  for (const [name, value] of Object.entries(changes)) {
    next.delete(name);
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) {
        next.append(name, one);
      }
    }
  }
  return next;
}
