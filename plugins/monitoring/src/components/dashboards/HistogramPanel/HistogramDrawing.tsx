import { barStyle } from '../BarChartPanel/barStyle';
import { AxisTick, ValueAxis } from '../plot';
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
  return (
    <>
      <ValueAxis scale={scale} area={area} side="left" hasGrid />
      {ticks.map(({ x, text }, index) => (
        <AxisTick key={index} x={x} area={area} text={text} />
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
