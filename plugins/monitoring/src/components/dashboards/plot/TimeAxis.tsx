import { alpha, useTheme } from '@material-ui/core/styles';
import { timeTicks } from '../series';
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
  const theme = useTheme();
  const span = range.to - range.from;
  const { ticks, increment } = timeSteps(
    range,
    (span * TEXT_SPACE) / Math.max(1, area.width),
    timeZone,
  );
  const texts = timeTicks(ticks, increment, timeZone, span);
  const bottom = area.top + area.height;
  return (
    <g>
      {ticks.map((tick, index) => {
        const x = area.left + ((tick - range.from) / span) * area.width;
        return (
          <g key={tick}>
            <line
              x1={x}
              x2={x}
              y1={area.top}
              y2={bottom}
              stroke={alpha(theme.palette.text.primary, 0.1)}
            />
            <text x={x} y={bottom + 17} textAnchor="middle">
              {texts[index]}
            </text>
          </g>
        );
      })}
    </g>
  );
}
