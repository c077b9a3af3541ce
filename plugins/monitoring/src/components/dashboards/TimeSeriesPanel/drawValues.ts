import type uPlot from 'uplot';
import { displayField } from '@sightline/backstage-plugin-monitoring-common';
import type { ChartState } from './chartOptions';

/** Pixels for each value, below which bars are too close for texts. */
const ROOM = 30;
const ABOVE = 5;
const BELOW = 15;

/** Writes the values beside their points or bars, where the author wants it and there is room. */
export function drawValues(u: uPlot, { series, look, theme }: ChartState) {
  const wanted = series.some(({ style }) => style.showValues);
  if (!wanted) {
    return;
  }
  const ratio = devicePixelRatio;
  u.ctx.save();
  u.ctx.fillStyle = look.axisText;
  u.ctx.font = `${12 * ratio}px ${look.fontFamily}`;
  u.ctx.textAlign = 'center';
  series.forEach((one, index) => {
    const options = u.series[index + 1];
    if (!one.style.showValues || !options.show || !hasRoom(u, index + 1)) {
      return;
    }
    const write = displayField(one.field, { theme });
    u.data[index + 1].forEach((value, at) => {
      if (typeof value !== 'number') {
        return;
      }
      u.ctx.textBaseline = value < 0 ? 'top' : 'bottom';
      u.ctx.fillText(
        write(value).full,
        u.valToPos(u.data[0][at], 'x', true),
        u.valToPos(value, options.scale!, true) + (value < 0 ? BELOW : -ABOVE),
      );
    });
  });
  u.ctx.restore();
}

function hasRoom(u: uPlot, index: number): boolean {
  const show = u.series[index].points?.show;
  if (typeof show === 'function' && show(u, index, 0, 0)) {
    return true;
  }
  return show === true || u.over.clientWidth / u.data[0].length >= ROOM;
}
