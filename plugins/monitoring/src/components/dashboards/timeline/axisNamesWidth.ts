import { TimelineRow } from '@sightline/backstage-plugin-monitoring-common';
import { textWidth } from '../plot';

const GAP = 16;
/** Of the plot, that names may fill. */
const WIDEST = 0.3;

/** How much room the names of rows need, in pixels; none when the author hides them. */
export function axisNamesWidth(rows: TimelineRow[], width: number): number {
  const { axisPlacement, axisWidth } = rows[0]?.field.config.custom ?? {};
  if (axisPlacement === 'hidden') {
    return 4;
  }
  if (typeof axisWidth === 'number' && axisWidth > 0) {
    return Math.min(axisWidth, width / 2);
  }
  const longest = Math.max(0, ...rows.map(({ name }) => textWidth(name)));
  return Math.min(longest, width * WIDEST) + GAP;
}
