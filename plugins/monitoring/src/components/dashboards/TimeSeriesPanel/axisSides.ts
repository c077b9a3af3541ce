import { PanelSeries, scaleKey } from '../series';

/** Where the value axes stand, by the key of their scale. */
export type AxisSides = ReadonlyMap<string, 'left' | 'right'>;

/**
 * The sides of the value axes, by Grafana's rule: the first stands left and all others right, if the
 * author does not say where. Axes that are not shown are not there.
 */
export function axisSides(series: PanelSeries[]): AxisSides {
  const sides = new Map<string, 'left' | 'right'>();
  let hasLeft = false;
  for (const one of series) {
    const key = scaleKey(one);
    const { placement } = one.style.axis;
    if (placement === 'hidden' || sides.has(key)) {
      continue;
    }
    const auto: 'left' | 'right' = hasLeft ? 'right' : 'left';
    const side: 'left' | 'right' = placement === 'auto' ? auto : placement;
    hasLeft ||= side === 'left';
    sides.set(key, side);
  }
  return sides;
}
