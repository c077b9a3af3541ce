import type uPlot from 'uplot';
import { resolveColor } from '@sightline/backstage-plugin-monitoring-common';
import { MARK_DASHES } from '../chart';
import { withOpacity } from '../series';
import type { ChartState } from './chartOptions';

const REGION_OPACITY = 0.1;
const LINE_WIDTH = 1.5;

/** A time that is marked on the chart: while an alert fires. */
export interface Region {
  /** Unix milliseconds. */
  from: number;
  /** Unix milliseconds. */
  to: number;
}

/** Fills the times of regions. */
export function drawRegions(u: uPlot, regions: Region[], color: string) {
  const { top, height } = u.bbox;
  u.ctx.save();
  u.ctx.fillStyle = color;
  for (const region of regions) {
    const { from, to } = placeOf(u, region);
    if (to > from) {
      u.ctx.fillRect(from, top, to - from, height);
    }
  }
  u.ctx.restore();
}

/** Draws the moments and times of annotations, deployments and the like. */
export function drawMarks(u: uPlot, { marks, theme }: ChartState) {
  const { left, top, width, height } = u.bbox;
  u.ctx.save();
  for (const mark of marks) {
    const color = resolveColor(mark.color, theme);
    if (mark.to !== undefined && mark.to > mark.from) {
      drawRegions(
        u,
        [{ from: mark.from, to: mark.to }],
        withOpacity(color, REGION_OPACITY),
      );
    }
    u.ctx.strokeStyle = color;
    u.ctx.lineWidth = LINE_WIDTH;
    u.ctx.setLineDash(MARK_DASHES[mark.kind]);
    for (const time of [mark.from, mark.to]) {
      const x = time === undefined ? NaN : u.valToPos(time, 'x', true);
      if (x >= left && x <= left + width) {
        u.ctx.beginPath();
        u.ctx.moveTo(x, top);
        u.ctx.lineTo(x, top + height);
        u.ctx.stroke();
      }
    }
  }
  u.ctx.restore();
}

/** As far as it is seen. */
function placeOf(u: uPlot, region: Region): Region {
  const { left, width } = u.bbox;
  return {
    from: Math.max(left, u.valToPos(region.from, 'x', true)),
    to: Math.min(left + width, u.valToPos(region.to, 'x', true)),
  };
}
