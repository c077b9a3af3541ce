import { useSyncExternalStore } from 'react';
import { ChartCursor, CursorStore } from './CursorStore';

/** The cursor of a chart; draws the component again at most once a frame. */
export function useCursor(store: CursorStore): ChartCursor | undefined {
  return useSyncExternalStore(store.subscribe, store.shown);
}
