import { RefObject, useEffect, useState } from 'react';
import { ElementSize, followSize } from './followSize';

/** Follows the size of an element; undefined before it is known, and where it cannot be. */
export function useElementSize(
  ref: RefObject<HTMLElement>,
): ElementSize | undefined {
  const [size, setSize] = useState<ElementSize>();

  useEffect(
    () => (ref.current ? followSize(ref.current, setSize) : undefined),
    [ref],
  );

  return size;
}
