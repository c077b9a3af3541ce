import {
  ColorTheme,
  mixColors,
  readableOn,
  resolveColor,
  TimelineRow,
} from '@sightline/backstage-plugin-monitoring-common';
import { withOpacity } from '../series';

const USUAL_OPACITY = 80;

/** How a state is filled, and how it is written on that. */
export interface StateColors {
  fill: string;
  text: string;
  stroke: string;
  /** Pixels. */
  lineWidth: number;
}

/** A colour that already lets the ground through stays as it is. */
export function stateColors(
  color: string,
  { field }: TimelineRow,
  theme: ColorTheme,
): StateColors {
  const { fillOpacity, lineWidth } = field.config.custom;
  const share =
    (typeof fillOpacity === 'number' ? fillOpacity : USUAL_OPACITY) / 100;
  const opacity = Math.min(1, Math.max(0, share));
  return {
    fill: /^#[0-9a-f]{8}$/i.test(color) ? color : withOpacity(color, opacity),
    text: readableOn(
      mixColors([resolveColor('panel-bg', theme), color.slice(0, 7)], opacity),
    ),
    stroke: color,
    lineWidth:
      typeof lineWidth === 'number' ? Math.min(10, Math.max(0, lineWidth)) : 0,
  };
}
