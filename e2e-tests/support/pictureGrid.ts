import { Page } from '@playwright/test';

/** Cells that a picture is divided into. */
const COLUMNS = 36;
const ROWS = 16;

/**
 * What a picture looks like, coarsely: the average colour of each cell of a grid, as hexadecimal
 * `rrggbb`. Letters melt into their background, so that another rasterising of fonts does not count;
 * lines, areas and bars that move do.
 *
 * @param page - any that is open: it knows how to read pictures
 * @param png - as Playwright takes it
 */
export async function pictureGrid(page: Page, png: Buffer): Promise<string[]> {
  return page.evaluate(
    async ([data, columns, rows]) => {
      // The page may fetch nothing but from the portal.
      const bytes = Uint8Array.from(atob(data), one => one.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes]));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d')!;
      context.drawImage(bitmap, 0, 0);
      const { width, height } = canvas;
      const pixels = context.getImageData(0, 0, width, height).data;
      const sums = Array.from({ length: columns * rows }, () => [0, 0, 0, 0]);
      for (let y = 0; y < height; y += 1) {
        const row = Math.floor((y * rows) / height);
        for (let x = 0; x < width; x += 1) {
          const sum = sums[row * columns + Math.floor((x * columns) / width)];
          const at = (y * width + x) * 4;
          sum[0] += pixels[at];
          sum[1] += pixels[at + 1];
          sum[2] += pixels[at + 2];
          sum[3] += 1;
        }
      }
      return sums.map(([red, green, blue, count]) =>
        [red, green, blue]
          .map(sum =>
            Math.round(sum / count)
              .toString(16)
              .padStart(2, '0'),
          )
          .join(''),
      );
    },
    [png.toString('base64'), COLUMNS, ROWS] as const,
  );
}

/** How far two pictures are apart: on average, and where they differ most; 0..1. */
export function pictureDistance(
  one: string[],
  other: string[],
): { mean: number; most: number } {
  const distances = one.map((cell, index) =>
    Math.max(
      ...[0, 2, 4].map(at =>
        Math.abs(
          parseInt(cell.slice(at, at + 2), 16) -
            parseInt((other[index] ?? '000000').slice(at, at + 2), 16),
        ),
      ),
    ),
  );
  return {
    mean:
      distances.reduce((sum, distance) => sum + distance, 0) /
      distances.length /
      255,
    most: Math.max(...distances) / 255,
  };
}
