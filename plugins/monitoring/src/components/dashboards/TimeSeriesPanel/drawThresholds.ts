import type uPlot from 'uplot';
import { resolveColor } from '@sightline/backstage-plugin-monitoring-common';
import { PanelSeries, scaleKey, withOpacity } from '../series';
import type { ChartState } from './chartOptions';
import { percentOf, scaleGradient } from './gradients';

const LINE_OPACITY = 0.7;
const AREA_OPACITY = 0.15;

/** A limit on the axis; colours for CSS. */
interface Step {
  value: number;
  color: string;
}

/** Draws the limits of each value axis, below the series, as its first series wants them. */
export function drawThresholds(u: uPlot, { series, theme }: ChartState) {
  const seen = new Set<string>();
  for (const one of series) {
    const key = scaleKey(one);
    const { thresholdsStyle } = one.style;
    const { min, max } = u.scales[key] ?? {};
    if (
      thresholdsStyle === 'off' ||
      seen.has(key) ||
      typeof min !== 'number' ||
      typeof max !== 'number'
    ) {
      continue;
    }
    seen.add(key);
    const steps = stepsOf(u, one).map(step => ({
      ...step,
      color: resolveColor(step.color, theme),
    }));
    u.ctx.save();
    if (thresholdsStyle.includes('area')) {
      drawAreas(u, key, steps);
    }
    if (thresholdsStyle !== 'area') {
      drawLines(u, key, steps, thresholdsStyle.includes('dashed'));
    }
    u.ctx.restore();
  }
}

function stepsOf(u: uPlot, series: PanelSeries): Step[] {
  const { thresholds } = series.config;
  if (thresholds?.mode !== 'percentage') {
    return thresholds?.steps ?? [];
  }
  const place = percentOf(u, series);
  return thresholds.steps.map(step => ({ ...step, value: place(step.value) }));
}

function drawAreas(u: uPlot, key: string, steps: Step[]) {
  if (steps.length === 0) {
    return;
  }
  const { left, top, width, height } = u.bbox;
  u.ctx.fillStyle = scaleGradient(
    u,
    key,
    steps.map(({ value, color }) => [value, seeThrough(color, AREA_OPACITY)]),
    true,
  );
  u.ctx.fillRect(left, top, width, height);
}

/** Below a transparent step a limit is one not to fall short of: it has the colour below it. */
function drawLines(u: uPlot, key: string, steps: Step[], isDashed: boolean) {
  const { left, top, width, height } = u.bbox;
  const transparent = steps.findIndex(({ color }) => isTransparent(color));
  u.ctx.lineWidth = 2;
  u.ctx.setLineDash(isDashed ? [10, 10] : []);
  steps.slice(1).forEach(({ value, color }, before) => {
    const y = Math.round(u.valToPos(value, key, true));
    if (!(y >= top && y <= top + height)) {
      return;
    }
    u.ctx.strokeStyle = seeThrough(
      transparent >= before + 1 ? steps[before].color : color,
      LINE_OPACITY,
    );
    u.ctx.beginPath();
    u.ctx.moveTo(left, y);
    u.ctx.lineTo(left + width, y);
    u.ctx.stroke();
  });
}

function isTransparent(color: string): boolean {
  return color === 'transparent' || /^rgba\(.*,\s*0\)$/.test(color);
}

/** A colour that already says how much it lets through stays as it is. */
function seeThrough(color: string, opacity: number): string {
  const saysSo =
    isTransparent(color) || /^(rgba|hsla)|^#(.{4}|.{8})$/.test(color);
  return saysSo ? color : withOpacity(color, opacity);
}
