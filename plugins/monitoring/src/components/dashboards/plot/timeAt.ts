import { Box } from './plot';

/** The time at a position of a plot, in pixels from its left. */
export function timeAt(
  area: Pick<Box, 'left' | 'width'>,
  range: { from: number; to: number },
  position: number,
): number {
  return (
    range.from + ((position - area.left) / area.width) * (range.to - range.from)
  );
}
