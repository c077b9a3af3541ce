import { RefObject, useCallback, useState } from 'react';

/**
 * The height that an element keeps while its content is replaced: the page does not jump when
 * something small stands there for a moment.
 */
export function useKeptHeight(ref: RefObject<HTMLElement>): {
  /** In pixels; absent when the content decides. */
  height?: number;
  /** To be called before the content goes. */
  keep: () => void;
  /** To be called when the new content is there. */
  release: () => void;
} {
  const [height, setHeight] = useState<number>();
  return {
    height,
    keep: useCallback(() => setHeight(ref.current?.offsetHeight), [ref]),
    release: useCallback(() => setHeight(undefined), []),
  };
}
