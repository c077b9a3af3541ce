import { alpha, useTheme } from '@material-ui/core/styles';
import { textWidth } from './fitText';
import { Box } from './plot';
import { ValueScale } from './valueScale';

/** Pixels between an axis and its texts. */
const GAP = 8;

/** How much room an upright axis needs, in pixels. */
export function axisWidth({ ticks }: ValueScale): number {
  return Math.ceil(
    Math.max(0, ...ticks.map(({ text }) => textWidth(text))) + GAP + 4,
  );
}

/** Props of {@link ValueAxis}. */
export interface ValueAxisProps {
  scale: ValueScale;
  area: Box;
  side: 'left' | 'right' | 'bottom' | 'top';
  /** Between the axis and the area, when others lie there. */
  distance?: number;
  hasGrid: boolean;
  label?: string;
}

/** Round values beside a plot, with lines across it. */
export function ValueAxis(props: ValueAxisProps) {
  const { scale, area, side, distance = 0, hasGrid } = props;
  const theme = useTheme();
  const grid = alpha(theme.palette.text.primary, 0.1);
  const isUpright = side === 'left' || side === 'right';
  const [right, bottom] = [area.left + area.width, area.top + area.height];
  return (
    <g>
      {scale.ticks.map(({ at, text }) => {
        const place = scale.place(at);
        if (isUpright) {
          const y = Math.round(bottom - place * area.height) + 0.5;
          const x =
            side === 'left'
              ? area.left - GAP - distance
              : right + GAP + distance;
          return (
            <g key={at}>
              {hasGrid && (
                <line x1={area.left} x2={right} y1={y} y2={y} stroke={grid} />
              )}
              <text
                x={x}
                y={y + 4}
                textAnchor={side === 'left' ? 'end' : 'start'}
              >
                {text}
              </text>
            </g>
          );
        }
        const x = Math.round(area.left + place * area.width) + 0.5;
        return (
          <g key={at}>
            {hasGrid && (
              <line x1={x} x2={x} y1={area.top} y2={bottom} stroke={grid} />
            )}
            <text
              x={x}
              y={side === 'bottom' ? bottom + 17 + distance : area.top - 6}
              textAnchor="middle"
            >
              {text}
            </text>
          </g>
        );
      })}
      {props.label && <AxisLabel {...props} label={props.label} />}
    </g>
  );
}

function AxisLabel({
  area,
  side,
  scale,
  distance = 0,
  label,
}: ValueAxisProps & { label: string }) {
  const middle = area.top + area.height / 2;
  if (side === 'bottom' || side === 'top') {
    const y = side === 'bottom' ? area.top + area.height + 33 : area.top - 22;
    return (
      <text x={area.left + area.width / 2} y={y} textAnchor="middle">
        {label}
      </text>
    );
  }
  const away = axisWidth(scale) + distance + 8;
  const x = side === 'left' ? area.left - away : area.left + area.width + away;
  return (
    <text
      x={x}
      y={middle}
      textAnchor="middle"
      transform={`rotate(-90 ${x} ${middle})`}
    >
      {label}
    </text>
  );
}
