import { timeTicks } from '../series';
import { AxisTick } from './AxisTick';
import { Box } from './plot';
import { timeSteps } from './timeSteps';

/** Pixels that a text needs, with some space. */
const TEXT_SPACE = 60;

/** Height of {@link TimeAxis}, in pixels. */
export const TIME_AXIS_HEIGHT = 24;

/** Props of {@link TimeAxis}. */
export interface TimeAxisProps {
  area: Box;
  /** Unix milliseconds. */
  range: { from: number; to: number };
  timeZone?: string;
}

/** Round moments below a plot, with lines across it. */
export function TimeAxis(props: TimeAxisProps) {
  const { area, range, timeZone } = props;
  const span = range.to - range.from;
  const { ticks, increment } = timeSteps(
    range,
    (span * TEXT_SPACE) / Math.max(1, area.width),
    timeZone,
  );
  const texts = timeTicks(ticks, increment, timeZone, span);
  return (
    <g>
      {ticks.map((tick, index) => (
        <AxisTick
          key={tick}
          x={area.left + ((tick - range.from) / span) * area.width}
          area={area}
          text={texts[index]}
        />
      ))}
    </g>
  );
}
