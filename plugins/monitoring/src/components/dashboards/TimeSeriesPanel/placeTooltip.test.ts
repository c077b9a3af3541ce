import fc from 'fast-check';
import { placeTooltip } from './placeTooltip';

const VIEW = { width: 800, height: 600 };
const SIZE = { width: 200, height: 100 };

describe('placeTooltip', () => {
  it.each([
    ['beside the point', { left: 100, top: 100 }, { left: 116, top: 116 }],
    ['on the other side', { left: 700, top: 580 }, { left: 484, top: 464 }],
  ])('stands %s', (_, point, place) => {
    expect(placeTooltip(point, SIZE, VIEW)).toEqual(place);
  });

  it('is always inside, if it can be', () => {
    const length = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(
        length,
        length,
        length,
        length,
        (left, top, width, height) => {
          const size = { width, height };
          const place = placeTooltip({ left, top }, size, VIEW);
          expect(place.left).toBeGreaterThanOrEqual(0);
          expect(place.top).toBeGreaterThanOrEqual(0);
          expect(place.left + width).toBeLessThanOrEqual(VIEW.width);
          expect(place.top + height).toBeLessThanOrEqual(VIEW.height);
        },
      ),
    );
  });
});
