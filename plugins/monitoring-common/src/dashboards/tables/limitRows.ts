import { JsonObject } from '@backstage/types';
import { asNumber } from '../model/json';
import { frameLength, TableFrame, withRows } from './TableFrame';

const USUAL_LIMIT = 10;

/** `limit`: the first rows of each frame. */
export function limitRows(
  frames: TableFrame[],
  options: JsonObject,
): TableFrame[] {
  const limit = Math.max(0, asNumber(options.limitField) ?? USUAL_LIMIT);
  return frames.map(frame =>
    withRows(
      frame,
      Array.from(
        { length: Math.min(limit, frameLength(frame)) },
        (_, row) => row,
      ),
    ),
  );
}
