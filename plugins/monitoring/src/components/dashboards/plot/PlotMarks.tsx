import { useTheme } from '@material-ui/core/styles';
import {
  DashboardMark,
  resolveColor,
} from '@sightline/backstage-plugin-monitoring-common';
import { formatMoment } from '../series';
import { MARK_DASHES } from '../chart/markDashes';
import { Box } from './plot';

const REGION_OPACITY = 0.15;

/** Props of {@link PlotMarks}. */
export interface PlotMarksProps {
  marks: DashboardMark[];
  area: Box;
  /** What the area covers, in Unix milliseconds. */
  range: { from: number; to: number };
  timeZone?: string;
}

/** Annotations, deployments and the like over a plot of time; each says what it is under the pointer. */
export function PlotMarks(props: PlotMarksProps) {
  const { marks, area, range, timeZone } = props;
  const { type } = useTheme().palette;
  const span = Math.max(1, range.to - range.from);
  const x = (time: number) =>
    area.left + ((time - range.from) / span) * area.width;
  const isInside = (time: number) => time >= range.from && time <= range.to;
  return (
    <g>
      {marks.map(mark => {
        const color = resolveColor(mark.color, type);
        const from = Math.max(mark.from, range.from);
        const to = Math.min(mark.to ?? mark.from, range.to);
        return (
          <g key={mark.id} stroke={color}>
            <title>
              {[mark.name, mark.title, formatMoment(mark.from, timeZone)]
                .filter(Boolean)
                .join(', ')}
            </title>
            {to > from && (
              <rect
                x={x(from)}
                y={area.top}
                width={x(to) - x(from)}
                height={area.height}
                fill={color}
                fillOpacity={REGION_OPACITY}
                stroke="none"
              />
            )}
            {[mark.from, mark.to].map(
              (time, end) =>
                time !== undefined &&
                isInside(time) && (
                  <line
                    key={end}
                    x1={x(time)}
                    x2={x(time)}
                    y1={area.top}
                    y2={area.top + area.height}
                    strokeWidth={1.5}
                    strokeDasharray={MARK_DASHES[mark.kind].join(' ')}
                  />
                ),
            )}
          </g>
        );
      })}
    </g>
  );
}
