import { alpha, useTheme } from '@material-ui/core/styles';
import {
  BarChartData,
  DataField,
  readGraphStyle,
  resolveColor,
} from '@sightline/backstage-plugin-monitoring-common';
import { Box, ValueAxis } from '../plot';
import { withOpacity } from '../series';
import { barStyle } from './barStyle';
import { BarLayout, LaidBar } from './layoutBars';
import { LaidAxis } from './valueAxes';
import { NameAxisDrawing } from './NameAxisDrawing';

/** Props of {@link BarChartDrawing}. */
export interface BarChartDrawingProps {
  layout: BarLayout;
  data: BarChartData;
  /** By series and group, for CSS. */
  colors: (string | undefined)[][];
  /** Share of a bar's width that its corners are rounded by. */
  radius: number;
}

/** Bars with their axes and values. For eyes only: the plot says what it shows. */
export function BarChartDrawing(props: BarChartDrawingProps) {
  const { layout, data, colors } = props;
  const { area, axes, bars, isUpright, fontSize = 12 } = layout;
  const theme = useTheme();
  return (
    <>
      {axes.map(
        (axis, index) =>
          !axis.isHidden && (
            <ValueAxis
              key={index}
              {...axis}
              area={area}
              hasGrid={index === 0}
            />
          ),
      )}
      <NameAxisDrawing layout={layout} />
      {axes[0] && (
        <Thresholds
          field={data.series[0]}
          axis={axes[0]}
          area={area}
          isUpright={isUpright}
        />
      )}
      {bars.map(bar => {
        const { series, group, box } = bar;
        const color = colors[series][group] ?? theme.palette.text.secondary;
        const { fillOpacity, lineWidth } = barStyle(data.series[series]);
        const thickness = isUpright ? box.width : box.height;
        // A line is drawn half on both sides of the edge.
        const inset = Math.min(lineWidth / 2, box.width / 2, box.height / 2);
        return (
          <rect
            key={`${series}/${group}`}
            x={box.left + inset}
            y={box.top + inset}
            width={Math.max(0, box.width - 2 * inset)}
            height={Math.max(0, box.height - 2 * inset)}
            rx={props.radius * thickness}
            fill={withOpacity(color, fillOpacity / 100)}
            stroke={lineWidth > 0 ? color : 'none'}
            strokeWidth={lineWidth}
          />
        );
      })}
      <line
        {...zeroLine(layout)}
        stroke={alpha(theme.palette.text.primary, 0.25)}
      />
      {bars.map(
        bar =>
          bar.text !== undefined && (
            <text
              key={`${bar.series}/${bar.group}`}
              {...textPlace(bar, isUpright, fontSize)}
              style={{
                fill: theme.palette.text.primary,
                fontSize,
                // Readable on other bars, too.
                paintOrder: 'stroke',
                stroke: alpha(theme.palette.background.paper, 0.7),
                strokeWidth: 2,
              }}
            >
              {bar.text}
            </text>
          ),
      )}
    </>
  );
}

function textPlace(
  { box, isNegative }: LaidBar,
  isUpright: boolean,
  fontSize: number,
) {
  if (isUpright) {
    return {
      x: box.left + box.width / 2,
      y: isNegative ? box.top + box.height + fontSize + 2 : box.top - 5,
      textAnchor: 'middle' as const,
    };
  }
  return {
    x: isNegative ? box.left - 5 : box.left + box.width + 5,
    y: box.top + box.height / 2 + fontSize * 0.35,
    textAnchor: isNegative ? ('end' as const) : ('start' as const),
  };
}

function zeroLine({ area, axes, isUpright }: BarLayout) {
  const place = Math.min(1, Math.max(0, axes[0]?.scale.place(0) ?? 0));
  if (isUpright) {
    const y = area.top + (1 - place) * area.height;
    return { x1: area.left, x2: area.left + area.width, y1: y, y2: y };
  }
  const x = area.left + place * area.width;
  return { x1: x, x2: x, y1: area.top, y2: area.top + area.height };
}

/** Lines and areas where the author's limits are. */
function Thresholds({
  field,
  axis,
  area,
  isUpright,
}: {
  field: DataField;
  axis: LaidAxis;
  area: Box;
  isUpright: boolean;
}) {
  const { type } = useTheme().palette;
  const { thresholdsStyle } = readGraphStyle(field.config.custom);
  const { thresholds } = field.config;
  if (thresholdsStyle === 'off' || !thresholds) {
    return null;
  }
  const { scale } = axis;
  const limitOf = (value: number) =>
    thresholds.mode === 'percentage'
      ? scale.min + ((scale.max - scale.min) * value) / 100
      : value;
  const placeOf = (value: number) =>
    Math.min(1, Math.max(0, scale.place(limitOf(value))));
  return (
    <g>
      {thresholds.steps.map(({ value, color }, index) => {
        const css = resolveColor(color, type);
        const from = value === -Infinity ? 0 : placeOf(value);
        const next = thresholds.steps[index + 1];
        const to = next ? placeOf(next.value) : 1;
        const isLine = value !== -Infinity && from > 0 && from < 1;
        const [y, x] = [
          area.top + (1 - from) * area.height,
          area.left + from * area.width,
        ];
        return (
          <g key={index}>
            {thresholdsStyle.includes('area') && (
              <rect
                fill={css}
                fillOpacity={0.1}
                {...(isUpright
                  ? {
                      x: area.left,
                      width: area.width,
                      y: area.top + (1 - to) * area.height,
                      height: (to - from) * area.height,
                    }
                  : {
                      x,
                      width: (to - from) * area.width,
                      y: area.top,
                      height: area.height,
                    })}
              />
            )}
            {isLine && thresholdsStyle !== 'area' && (
              <line
                stroke={css}
                strokeWidth={2}
                strokeDasharray={
                  thresholdsStyle.startsWith('dashed') ? '10 10' : undefined
                }
                {...(isUpright
                  ? { x1: area.left, x2: area.left + area.width, y1: y, y2: y }
                  : { x1: x, x2: x, y1: area.top, y2: area.top + area.height })}
              />
            )}
          </g>
        );
      })}
    </g>
  );
}
