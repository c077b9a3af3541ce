import { useCallback, useEffect, useRef, useState } from 'react';

/** How far outside of the window something counts as near. */
const MARGIN = '300px 0px';

/** Tells which elements are near the part of the page that is seen. */
export interface NearViewport<K> {
  near: ReadonlySet<K>;
  /** Gives the `ref` of the element for a key. */
  watch: (key: K) => (element: HTMLElement | null) => void;
}

/**
 * Follows which elements are near the viewport. Where a browser cannot tell, all are.
 */
export function useNearViewport<K>(): NearViewport<K> {
  const [near, setNear] = useState<ReadonlySet<K>>(new Set());
  const elements = useRef(new Map<K, HTMLElement>());
  const keys = useRef(new WeakMap<Element, K>());
  const refs = useRef(new Map<K, (element: HTMLElement | null) => void>());
  const observer = useRef<IntersectionObserver>();

  const update = useCallback((changes: [key: K, isNear: boolean][]) => {
    setNear(old => {
      const next = new Set(old);
      for (const [key, isNear] of changes) {
        if (isNear) {
          next.add(key);
        } else {
          next.delete(key);
        }
      }
      const isSame =
        next.size === old.size && [...next].every(one => old.has(one));
      return isSame ? old : next;
    });
  }, []);

  useEffect(() => {
    if (typeof IntersectionObserver === 'undefined') {
      update([...elements.current.keys()].map(key => [key, true]));
      return undefined;
    }
    observer.current = new IntersectionObserver(
      entries =>
        update(
          entries.flatMap(({ target, isIntersecting }) => {
            const key = keys.current.get(target);
            return key === undefined
              ? []
              : [[key, isIntersecting] as [K, boolean]];
          }),
        ),
      { rootMargin: MARGIN },
    );
    elements.current.forEach(element => observer.current?.observe(element));
    return () => {
      observer.current?.disconnect();
      observer.current = undefined;
    };
  }, [update]);

  const watch = useCallback(
    (key: K) => {
      let ref = refs.current.get(key);
      if (!ref) {
        ref = element => {
          const old = elements.current.get(key);
          if (old) {
            observer.current?.unobserve(old);
            elements.current.delete(key);
          }
          if (element) {
            elements.current.set(key, element);
            keys.current.set(element, key);
            observer.current?.observe(element);
            if (typeof IntersectionObserver === 'undefined') {
              update([[key, true]]);
            }
          } else {
            update([[key, false]]);
          }
        };
        refs.current.set(key, ref);
      }
      return ref;
    },
    [update],
  );

  return { near, watch };
}
