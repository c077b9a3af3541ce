import type uPlot from 'uplot';
import { timeTicks } from '../series';
import type { ChartOptionsInput } from './chartOptions';

const BOTTOM = 2;
const FONT_SIZE = 12;
const TICK_SIZE = 4;
const GAP = 5;
const BETWEEN_TEXTS = 18;
/** Ticks that make room for the name of the zone. */
const NAME_TICKS = 2;

/** The time axes: one, or one for each of the panel's time zones with its name before it. */
export function timeAxes(input: ChartOptionsInput): {
  axes: uPlot.Axis[];
  drawNames: (u: uPlot) => void;
} {
  const { look, measure, state } = input;
  const zones = input.timeZones.length ? input.timeZones : [input.timeZone];
  const font = `${FONT_SIZE}px ${look.fontFamily}`;
  const span = () => state().range.to - state().range.from;
  const isOne = zones.length === 1;

  const axes = zones.map(
    (zone, index): uPlot.Axis => ({
      scale: 'x',
      side: BOTTOM,
      stroke: look.axisText,
      font,
      gap: GAP,
      size: TICK_SIZE + GAP + FONT_SIZE,
      grid: { show: index === 0, stroke: look.grid, width: 1 },
      ticks: { show: true, stroke: look.grid, width: 1, size: TICK_SIZE },
      space: (_u, _axis, min, max, width) => {
        const [sample] = timeTicks(
          [max],
          (max - min) / (width / 40),
          zone,
          span(),
        );
        return measure(sample, font) + BETWEEN_TEXTS;
      },
      ...(!isOne && {
        filter: (_u: uPlot, splits: number[]) =>
          splits.map((split, tick) => (tick < NAME_TICKS ? null : split)),
      }),
      values: (_u, ticks, _axis, _space, increment) =>
        ticks.map(tick =>
          tick === null ? '' : timeTicks([tick], increment, zone, span())[0],
        ),
    }),
  );

  return {
    axes,
    drawNames: u => {
      if (isOne) {
        return;
      }
      u.ctx.save();
      u.ctx.fillStyle = look.axisText;
      u.ctx.textAlign = 'left';
      u.ctx.textBaseline = 'bottom';
      zones.forEach((zone, index) => {
        const axis = u.axes[index] as { _pos?: number; _size?: number };
        const bottom = (axis._pos ?? 0) + (axis._size ?? 0);
        u.ctx.fillText(
          zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
          u.bbox.left,
          bottom * devicePixelRatio,
        );
      });
      u.ctx.restore();
    },
  };
}
