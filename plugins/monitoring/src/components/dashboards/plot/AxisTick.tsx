import { alpha, useTheme } from '@material-ui/core/styles';
import { Box } from './plot';

/** Props of {@link AxisTick}. */
export interface AxisTickProps {
  /** In pixels. */
  x: number;
  /** Of the plot. */
  area: Box;
  text: string | undefined;
}

/** A place on the axis below a plot, with a line across it. */
export function AxisTick(props: AxisTickProps) {
  const { x, area, text } = props;
  const theme = useTheme();
  const bottom = area.top + area.height;
  return (
    <g>
      <line
        x1={x}
        x2={x}
        y1={area.top}
        y2={bottom}
        stroke={alpha(theme.palette.text.primary, 0.1)}
      />
      <text x={x} y={bottom + 17} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}
