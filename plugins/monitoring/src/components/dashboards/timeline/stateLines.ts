import { TimelineRow } from '@sightline/backstage-plugin-monitoring-common';
import { PlotLine } from '../plot';

/** How a state is told. */
interface ToldState {
  text: string;
  color?: string;
}

/** What a tooltip says of the state of one row. */
export function stateLine(
  { name }: TimelineRow,
  { text, color }: ToldState,
): PlotLine {
  return { name, value: text, color };
}

/**
 * What a tooltip says of all rows at once.
 *
 * @param stateOf - the state of a row at that moment
 * @param active - the row that is pointed at
 */
export function stateLines(
  rows: TimelineRow[],
  stateOf: (row: number) => ToldState | undefined,
  active: number,
): PlotLine[] {
  return rows.flatMap((row, index) => {
    const state = stateOf(index);
    return state
      ? [{ ...stateLine(row, state), isActive: index === active }]
      : [];
  });
}
