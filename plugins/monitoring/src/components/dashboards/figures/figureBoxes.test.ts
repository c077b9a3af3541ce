import fc from 'fast-check';
import { figureBoxes } from './figureBoxes';

const WIDE = { width: 700, height: 200 };

describe('figureBoxes', () => {
  it('puts one figure into the whole panel', () => {
    expect(
      figureBoxes(1, WIDE, { orientation: 'auto', isGrid: true, spacing: 3 }),
    ).toEqual([{ left: 0, top: 0, ...WIDE }]);
  });

  it('makes a grid, and fills its last row', () => {
    const boxes = figureBoxes(
      3,
      { width: 206, height: 206 },
      { orientation: 'auto', isGrid: true, spacing: 6 },
    );
    expect(boxes).toEqual([
      { left: 0, top: 0, width: 100, height: 100 },
      { left: 106, top: 0, width: 100, height: 100 },
      { left: 0, top: 106, width: 206, height: 100 },
    ]);
  });

  it('puts them one below the other', () => {
    expect(
      figureBoxes(2, WIDE, { orientation: 'horizontal', spacing: 10 }),
    ).toEqual([
      { left: 0, top: 0, width: 700, height: 95 },
      { left: 0, top: 105, width: 700, height: 95 },
    ]);
  });

  it('puts them along the longer side', () => {
    const [, second] = figureBoxes(2, WIDE, {
      orientation: 'auto',
      spacing: 10,
    });
    expect(second).toEqual({ left: 355, top: 0, width: 345, height: 200 });
  });

  it('keeps them from being too small or too large', () => {
    const height = (count: number) =>
      figureBoxes(count, WIDE, {
        orientation: 'horizontal',
        spacing: 10,
        minHeight: 16,
        maxHeight: 50,
      })[0].height;
    expect(height(2)).toBe(50);
    expect(height(50)).toBe(16);
  });

  it('never lets figures of a grid overlap or leave the panel', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 60, max: 2_000 }),
        fc.integer({ min: 60, max: 1_000 }),
        (count, width, height) => {
          const boxes = figureBoxes(
            count,
            { width, height },
            { orientation: 'auto', isGrid: true, spacing: 3 },
          );
          expect(boxes).toHaveLength(count);
          boxes.forEach((box, index) => {
            expect(box.left + box.width).toBeLessThanOrEqual(width + 0.01);
            expect(box.top + box.height).toBeLessThanOrEqual(height + 0.01);
            const next = boxes[index + 1];
            expect(
              !next ||
                next.left >= box.left + box.width ||
                next.top >= box.top + box.height,
            ).toBe(true);
          });
        },
      ),
    );
  });
});
