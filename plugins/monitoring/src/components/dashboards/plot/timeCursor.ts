import type uPlot from 'uplot';
import { CURSOR_KEY } from '../chart/crosshair';

/** What uPlot's charts tell each other of their cursors. */
interface Peer {
  cursor: {
    sync: { values: (number | null)[]; scales: (string | null)[] };
    drag: { _x: boolean; _y: boolean };
  };
  axes: { side: number }[];
  pub: (type: string, from: Peer, left: number) => void;
}

/** A place among charts that share the time that the pointer is on. */
export interface TimeCursor {
  /** Tells the others where the pointer is; undefined when it has left. */
  lead: (time: number | undefined) => void;
  leave: () => void;
}

/**
 * Takes part in the crosshair of uPlot's charts without being one.
 *
 * @param Plot - uPlot
 * @param onTime - where the pointer is on another chart; undefined when it has left
 */
export function joinTimeCursor(
  Plot: Pick<typeof uPlot, 'sync'>,
  onTime: (time: number | undefined) => void,
): TimeCursor {
  const group = Plot.sync(CURSOR_KEY);
  const peer: Peer = {
    cursor: {
      sync: { values: [null, null], scales: ['x', null] },
      drag: { _x: false, _y: false },
    },
    axes: [{ side: 2 }],
    pub: (type, from, left) => {
      if (type === 'mousemove') {
        onTime(left < 0 ? undefined : from.cursor.sync.values[0] ?? undefined);
      } else if (type === 'mouseleave') {
        onTime(undefined);
      }
    },
  };
  // It has all that others ask of it, but it is no chart.
  const self = peer as unknown as uPlot;
  group.sub(self);
  return {
    lead: time => {
      peer.cursor.sync.values = [time ?? null, null];
      const place = time === undefined ? -10 : 1;
      group.pub('mousemove', self, place, place, 1, 1, 0);
    },
    leave: () => group.unsub(self),
  };
}
