import { ElementSize } from '../followSize';

/** Where one of several figures is drawn, in pixels. */
export interface FigureBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** How figures share a panel. */
export interface FigureArrangement {
  /** `horizontal`: one below the other; `auto`: a grid, or along the longer side. */
  orientation: 'auto' | 'horizontal' | 'vertical';
  /** Whether `auto` is a grid. */
  isGrid?: boolean;
  /** Between two figures. */
  spacing: number;
  minWidth?: number;
  minHeight?: number;
  maxHeight?: number;
}

/** `horizontal` or `vertical`, whichever `auto` means in a panel of this size. */
export function resolvedOrientation(
  orientation: FigureArrangement['orientation'],
  { width, height }: ElementSize,
): 'horizontal' | 'vertical' {
  if (orientation !== 'auto') {
    return orientation;
  }
  return width > height ? 'vertical' : 'horizontal';
}

/**
 * Divides a panel among figures the way Grafana does: all have the same size, and the last row of a
 * grid is filled. Figures that would be too small go beyond the panel, which then scrolls.
 */
export function figureBoxes(
  count: number,
  size: ElementSize,
  arrangement: FigureArrangement,
): FigureBox[] {
  const { orientation, isGrid, spacing } = arrangement;
  if (isGrid && orientation === 'auto') {
    return gridBoxes(count, size, spacing);
  }
  const share = (length: number) => (length + spacing) / count - spacing;
  if (resolvedOrientation(orientation, size) === 'horizontal') {
    const { minHeight = 0, maxHeight = Infinity } = arrangement;
    const height = Math.min(Math.max(share(size.height), minHeight), maxHeight);
    return places(count, index => ({
      left: 0,
      top: index * (height + spacing),
      width: size.width,
      height,
    }));
  }
  const width = Math.max(share(size.width), arrangement.minWidth ?? 0);
  return places(count, index => ({
    left: index * (width + spacing),
    top: 0,
    width,
    height: size.height,
  }));
}

/** Divisions that should be whole may miss it by little. */
const ROUNDING = 1e-9;

/** As square as it gets. */
function gridBoxes(
  count: number,
  { width, height }: ElementSize,
  spacing: number,
): FigureBox[] {
  const side = Math.max(
    largestSquare(width, height, count),
    largestSquare(height, width, count),
  );
  const perRow = Math.max(1, Math.floor(width / side + ROUNDING));
  const rows = Math.ceil(count / perRow);
  const columns = Math.ceil(count / rows);
  const onLastRow = count - columns * (rows - 1);
  const share = (length: number, parts: number) =>
    (length + spacing) / parts - spacing;
  const rowHeight = share(height, rows);
  return places(count, index => {
    const row = Math.floor(index / columns);
    const cell = share(width, row === rows - 1 ? onLastRow : columns);
    return {
      left: (index % columns) * (cell + spacing),
      top: row * (rowHeight + spacing),
      width: cell,
      height: rowHeight,
    };
  });
}

/** The side of the largest squares of which so many fit, when they fill one direction. */
function largestSquare(along: number, across: number, count: number): number {
  const parts = Math.ceil(Math.sqrt((count * along) / across));
  const fits = Math.floor((parts * across) / along) * parts >= count;
  return fits ? along / parts : across / Math.ceil((parts * across) / along);
}

function places(
  count: number,
  boxOf: (index: number) => FigureBox,
): FigureBox[] {
  return Array.from({ length: count }, (_, index) => boxOf(index));
}
