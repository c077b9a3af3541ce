import { RefObject, useEffect, useRef } from 'react';
import { DashboardModel } from '@sightline/backstage-plugin-monitoring-common';
import { Box } from './plot';
import { timeAt } from './timeAt';
import { joinTimeCursor, TimeCursor } from './timeCursor';

/** What {@link useTimeCursor} needs. */
export interface TimeCursorInput {
  /** Absent when the plot has no time. */
  range?: { from: number; to: number };
  area: Box;
  cursorSync: DashboardModel['cursorSync'];
  /** Moved without the plot being drawn again. */
  lineRef: RefObject<SVGLineElement>;
}

/**
 * Shares the time that the pointer is on with the other charts of a dashboard.
 *
 * @returns tells where the pointer is, in pixels of the plot; undefined when it has left
 */
export function useTimeCursor(
  input: TimeCursorInput,
): (position: number | undefined) => void {
  const { range, cursorSync } = input;
  const cursorRef = useRef<TimeCursor>();
  const latest = useRef(input);
  latest.current = input;
  const isShared = range !== undefined && cursorSync !== 'off';

  useEffect(() => {
    let isGone = false;
    if (!isShared) {
      return undefined;
    }
    const onTime = (time: number | undefined) => {
      const { range: shown, area, lineRef } = latest.current;
      const line = lineRef.current;
      const isInside =
        shown && time !== undefined && time >= shown.from && time <= shown.to;
      if (!line || !isInside) {
        line?.setAttribute('visibility', 'hidden');
        return;
      }
      const share = (time - shown.from) / Math.max(1, shown.to - shown.from);
      const x = String(area.left + share * area.width);
      line.setAttribute('x1', x);
      line.setAttribute('x2', x);
      line.setAttribute('visibility', 'visible');
    };
    import('uplot').then(
      ({ default: Plot }) => {
        if (!isGone) {
          cursorRef.current = joinTimeCursor(Plot, onTime);
        }
      },
      // Without it the plot has no crosshair, and nothing else is missing.
      () => {},
    );
    return () => {
      isGone = true;
      cursorRef.current?.leave();
      cursorRef.current = undefined;
    };
  }, [isShared]);

  return position => {
    const { range: shown, area } = latest.current;
    if (shown) {
      cursorRef.current?.lead(
        position === undefined ||
          position < area.left ||
          position > area.left + area.width
          ? undefined
          : timeAt(area, shown, position),
      );
    }
  };
}
