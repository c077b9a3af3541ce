import { ComponentType, lazy, ReactNode, Suspense, useRef } from 'react';

/**
 * A component whose code is loaded when it is drawn for the first time.
 *
 * @param fallback - shown meanwhile
 */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  fallback: ReactNode = null,
): ComponentType<Props> {
  // React's types of lazy components do not know that the props are the component's own.
  const Loaded = lazy(async () => ({
    default: await load(),
  })) as unknown as ComponentType<Props>;
  return function Lazily(props: Props) {
    return (
      <Suspense fallback={fallback}>
        <Loaded {...props} />
      </Suspense>
    );
  };
}

/** As {@link lazily}, for what opens: nothing is loaded before it is opened for the first time. */
export function lazilyOpened<Props extends { open: boolean }>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const Loaded = lazily(load);
  return function LazilyOpened(props: Props) {
    const wasOpen = useRef(false);
    wasOpen.current ||= props.open;
    return wasOpen.current ? <Loaded {...props} /> : null;
  };
}
