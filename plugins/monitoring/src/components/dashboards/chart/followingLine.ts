import type uPlot from 'uplot';

/** Of the line, for style sheets. */
export const FOLLOWING_LINE = 'monitoring-following-line';

/** How a chart takes part in the pointer of others; see {@link followingLine}. */
export interface FollowingLine {
  /** Goes into uPlot's filters of what other charts tell. */
  hears: (type: string, from: uPlot, left: number) => boolean;
  /** Goes into uPlot's hooks. */
  init: (chart: uPlot) => void;
}

/**
 * A line where the pointer is on another chart. uPlot itself would look for the nearest value of
 * each series of two dozen charts at each move, which nobody sees as long as they show no values.
 */
export function followingLine(): FollowingLine {
  let chart: uPlot | undefined;
  const line = document.createElement('div');
  line.className = FOLLOWING_LINE;
  line.style.display = 'none';

  const show = (time: number | null | undefined) => {
    const place = typeof time === 'number' ? chart!.valToPos(time, 'x') : NaN;
    const width = chart!.bbox.width / (window.devicePixelRatio || 1);
    const isInside = place >= 0 && place <= width;
    line.style.display = isInside ? '' : 'none';
    if (isInside) {
      line.style.transform = `translateX(${Math.round(place)}px)`;
    }
  };

  return {
    init: made => {
      chart = made;
      made.over.appendChild(line);
    },
    hears: (type, from, left) => {
      if (!chart || type !== 'mousemove') {
        return true;
      }
      const { sync, drag } = from.cursor as Told;
      if (drag?._x) {
        // What is being marked is shown on all of them, which is uPlot's to do.
        show(undefined);
        return true;
      }
      if ((chart.cursor.left ?? -1) >= 0) {
        // Left of marking, or of the keyboard.
        chart.setCursor({ left: -10, top: -10 }, true);
      }
      show(left < 0 ? undefined : sync?.values?.[0]);
      return false;
    },
  };
}

/** What uPlot's types leave out. */
interface Told {
  sync?: { values?: (number | null)[] };
  drag?: { _x?: boolean };
}
