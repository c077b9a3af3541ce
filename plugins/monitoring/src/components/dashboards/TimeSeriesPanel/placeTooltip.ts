const DISTANCE = 16;

/**
 * Where a tooltip stands beside a point: on the side that has room, and always inside the window.
 *
 * @param point - in pixels of the window
 */
export function placeTooltip(
  point: { left: number; top: number },
  size: { width: number; height: number },
  view: { width: number; height: number },
): { left: number; top: number } {
  return {
    left: placeAlong(point.left, size.width, view.width),
    top: placeAlong(point.top, size.height, view.height),
  };
}

function placeAlong(point: number, size: number, view: number): number {
  const after = point + DISTANCE;
  const wanted = after + size <= view ? after : point - DISTANCE - size;
  return Math.round(Math.max(0, Math.min(wanted, view - size)));
}
