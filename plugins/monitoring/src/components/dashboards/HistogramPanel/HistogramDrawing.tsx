import { alpha, useTheme } from '@material-ui/core/styles';
import { barStyle } from '../BarChartPanel/barStyle';
import { ValueAxis } from '../plot';
import { withOpacity } from '../series';
import { HistogramFields, HistogramLayout } from './layoutHistogram';

/** Props of {@link HistogramDrawing}. */
export interface HistogramDrawingProps {
  layout: HistogramLayout;
  fields: HistogramFields;
  /** By series, for CSS. */
  colors: string[];
}

/** Buckets with their axes. For eyes only: the plot says what it shows. */
export function HistogramDrawing(props: HistogramDrawingProps) {
  const { layout, fields, colors } = props;
  const { area, scale, ticks, bars } = layout;
  const theme = useTheme();
  const bottom = area.top + area.height;
  return (
    <>
      <ValueAxis scale={scale} area={area} side="left" hasGrid />
      {ticks.map(({ x, text }, index) => (
        <g key={index}>
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
      ))}
      {bars.map(({ series, bucket, box }) => {
        const { fillOpacity, lineWidth } = barStyle(fields.counts[series]);
        const inset = Math.min(lineWidth / 2, box.width / 2, box.height / 2);
        return (
          <rect
            key={`${series}/${bucket}`}
            x={box.left + inset}
            y={box.top + inset}
            width={Math.max(0, box.width - 2 * inset)}
            height={Math.max(0, box.height - 2 * inset)}
            fill={withOpacity(colors[series], fillOpacity / 100)}
            stroke={lineWidth > 0 ? colors[series] : 'none'}
            strokeWidth={lineWidth}
          />
        );
      })}
    </>
  );
}
