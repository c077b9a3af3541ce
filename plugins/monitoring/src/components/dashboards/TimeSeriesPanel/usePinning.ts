import { RefObject, useEffect } from 'react';
import { CursorStore } from '../chart';

/** How far the pointer may move between its press and its release for a click, in pixels. */
const STILL = 4;

/** A click on the plot makes the tooltip stay; Escape, or a click anywhere else, lets it go. */
export function usePinning(
  rootRef: RefObject<HTMLElement>,
  cursor: CursorStore,
) {
  useEffect(() => {
    const root = rootRef.current;
    if (!root) {
      return undefined;
    }
    let pressed: { x: number; y: number } | undefined;
    const onPress = (event: MouseEvent) => {
      pressed = { x: event.clientX, y: event.clientY };
    };
    const onClick = (event: MouseEvent) => {
      const isStill =
        pressed &&
        Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) <
          STILL;
      const isPlot = (event.target as HTMLElement).closest('.u-over');
      if (isStill && isPlot && event.detail === 1) {
        if (cursor.current?.isPinned) {
          cursor.release();
        } else {
          cursor.pin();
        }
      }
    };
    const onPageClick = (event: MouseEvent) => {
      const target = event.target as HTMLElement;
      if (
        cursor.current?.isPinned &&
        !root.contains(target) &&
        !target.closest('[role="dialog"]')
      ) {
        cursor.release();
      }
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && cursor.current?.isPinned) {
        cursor.release();
      }
    };
    root.addEventListener('mousedown', onPress);
    root.addEventListener('click', onClick);
    document.addEventListener('click', onPageClick);
    document.addEventListener('keydown', onKey);
    return () => {
      root.removeEventListener('mousedown', onPress);
      root.removeEventListener('click', onClick);
      document.removeEventListener('click', onPageClick);
      document.removeEventListener('keydown', onKey);
    };
  }, [rootRef, cursor]);
}
