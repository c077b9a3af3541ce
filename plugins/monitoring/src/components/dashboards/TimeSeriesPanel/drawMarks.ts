import type uPlot from 'uplot';
import {
  GraphStyle,
  Thresholds,
} from '@sightline/backstage-plugin-monitoring-common';
import { withOpacity } from '../series';

/** A time that is marked on the chart: while an alert fires. */
export interface Region {
  /** Unix milliseconds. */
  from: number;
  /** Unix milliseconds. */
  to: number;
}

/** Fills the times of regions. */
export function drawRegions(u: uPlot, regions: Region[], color: string) {
  const { left, top, width, height } = u.bbox;
  u.ctx.save();
  u.ctx.fillStyle = color;
  for (const region of regions) {
    const from = Math.max(left, u.valToPos(region.from, 'x', true));
    const to = Math.min(left + width, u.valToPos(region.to, 'x', true));
    if (to > from) {
      u.ctx.fillRect(from, top, to - from, height);
    }
  }
  u.ctx.restore();
}

/** What {@link drawThresholds} draws. */
export interface ThresholdMarks {
  /** Colours for CSS. */
  thresholds?: Thresholds;
  scale: string;
  style: GraphStyle['thresholdsStyle'];
  /** Areas lie below the series, lines above. */
  layer: 'below' | 'above';
}

/** Draws the limits of a panel as lines or areas. */
export function drawThresholds(u: uPlot, marks: ThresholdMarks) {
  const { thresholds, scale, style, layer } = marks;
  const { min, max } = u.scales[scale] ?? {};
  if (!thresholds || typeof min !== 'number' || typeof max !== 'number') {
    return;
  }
  const steps = thresholds.steps.map(step => ({
    ...step,
    value:
      thresholds.mode === 'percentage'
        ? min + ((max - min) * step.value) / 100
        : step.value,
  }));
  u.ctx.save();
  if (layer === 'below' && style.includes('area')) {
    drawAreas(u, scale, steps, { min, max });
  }
  if (layer === 'above' && /line|dashed/.test(style)) {
    drawLines(
      u,
      scale,
      steps.filter(({ value }) => value >= min && value <= max),
      style.includes('dashed'),
    );
  }
  u.ctx.restore();
}

type Step = Thresholds['steps'][number];

function drawAreas(
  u: uPlot,
  scale: string,
  steps: Step[],
  { min, max }: { min: number; max: number },
) {
  const { left, width } = u.bbox;
  steps.forEach((step, index) => {
    const from = Math.max(min, step.value);
    const to = Math.min(max, steps[index + 1]?.value ?? max);
    if (to > from && step.color !== 'transparent') {
      const top = u.valToPos(to, scale, true);
      u.ctx.fillStyle = withOpacity(step.color, 0.12);
      u.ctx.fillRect(left, top, width, u.valToPos(from, scale, true) - top);
    }
  });
}

function drawLines(u: uPlot, scale: string, steps: Step[], isDashed: boolean) {
  const { left, width } = u.bbox;
  u.ctx.lineWidth = 2;
  u.ctx.setLineDash(isDashed ? [8, 6] : []);
  for (const { value, color } of steps) {
    const y = Math.round(u.valToPos(value, scale, true));
    u.ctx.strokeStyle = color;
    u.ctx.beginPath();
    u.ctx.moveTo(left, y);
    u.ctx.lineTo(left + width, y);
    u.ctx.stroke();
  }
}
