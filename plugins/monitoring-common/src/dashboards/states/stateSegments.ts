import { FieldValue } from '../frames/DataFrame';
import { DisplayLook } from '../values/displayField';
import { displayOfRow, isDrawn, StateDisplay } from './displayOfRow';
import { TimelineRow } from './timelineRows';

/** A state for as long as it lasts. @public */
export interface StateSegment extends StateDisplay {
  /** Unix milliseconds. */
  from: number;
  to: number;
  value: FieldValue;
}

/**
 * The states of a row of a state timeline. The last one lasts to the end of the time, unless a gap ends
 * it.
 *
 * @param end - of the panel's time, in Unix milliseconds
 * @public
 */
export function stateSegments(
  row: TimelineRow,
  options: { mergeValues: boolean },
  look: DisplayLook,
  end: number,
): StateSegment[] {
  const { samples } = row;
  const display = displayOfRow(row, look);
  const segments: StateSegment[] = [];
  let index = 0;
  while (index < samples.length) {
    const { time, value } = samples[index];
    let next = index + 1;
    while (
      options.mergeValues &&
      next < samples.length &&
      Object.is(samples[next].value, value)
    ) {
      next++;
    }
    if (isDrawn(value, row)) {
      const to = samples[next]?.time ?? Math.max(end, time);
      segments.push({ from: time, to, value, ...display(value) });
    }
    index = next;
  }
  return segments;
}
