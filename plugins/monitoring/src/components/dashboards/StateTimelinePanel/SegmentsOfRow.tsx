import {
  ColorTheme,
  TimelineOptions,
  TimelineRow,
} from '@sightline/backstage-plugin-monitoring-common';
import { shownText, StateColors, stateColors } from '../timeline';
import type { LaidSegment } from './stateTimelinePlot';

const PADDING = 3;
const FONT_SIZE = 12;

/** Props of {@link SegmentsOfRow}. */
export interface SegmentsOfRowProps {
  row: TimelineRow;
  segments: LaidSegment[];
  /** Pixels. */
  place: { top: number; height: number };
  options: TimelineOptions;
  theme: ColorTheme;
}

/** The states of one row: one path for each colour, so that thousands of them stay fast. */
export function SegmentsOfRow(props: SegmentsOfRowProps) {
  const { row, segments, place, options, theme } = props;
  const { top, height } = place;
  const styles = new Map<string, StateColors>();
  const paths = new Map<string, string[]>();
  for (const { color, left, width } of segments) {
    if (!styles.has(color)) {
      styles.set(color, stateColors(color, row, theme));
    }
    const { lineWidth } = styles.get(color)!;
    const inset = Math.min(lineWidth / 2, width / 2, height / 2);
    const path = paths.get(color) ?? [];
    path.push(
      `M${left + inset} ${top + inset}h${width - 2 * inset}v${
        height - 2 * inset
      }h${-(width - 2 * inset)}z`,
    );
    paths.set(color, path);
  }
  return (
    <g>
      {[...paths].map(([color, path]) => {
        const { fill, stroke, lineWidth } = styles.get(color)!;
        return (
          <path
            key={color}
            d={path.join('')}
            fill={fill}
            stroke={lineWidth > 0 ? stroke : 'none'}
            strokeWidth={lineWidth}
          />
        );
      })}
      {height >= FONT_SIZE &&
        segments.map(({ text, color, left, width, from }) => {
          const shown = shownText(text, width, options.showValue);
          return (
            shown && (
              <text
                key={from}
                {...placeOf(left, width, options.alignValue)}
                y={top + height / 2 + FONT_SIZE * 0.35}
                style={{ fill: styles.get(color)!.text, fontWeight: 500 }}
              >
                {shown}
              </text>
            )
          );
        })}
    </g>
  );
}

function placeOf(
  left: number,
  width: number,
  align: TimelineOptions['alignValue'],
): { x: number; textAnchor: 'start' | 'middle' | 'end' } {
  switch (align) {
    case 'center':
      return { x: left + width / 2, textAnchor: 'middle' };
    case 'right':
      return { x: left + width - PADDING, textAnchor: 'end' };
    default:
      return { x: left + PADDING, textAnchor: 'start' };
  }
}
