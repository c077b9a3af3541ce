import { textWidth } from '../figures';
import { ICON_GAP, ICON_SIZE, statLayout, UNIT_SIZE } from './statLayout';

const FONT = 'sans-serif';

describe('statLayout', () => {
  it.each([
    // Two rows of the grid less the title, as high as in Grafana.
    [{ width: 90, height: 34 }, 15],
    [{ width: 200, height: 34 }, 15],
    [{ width: 135, height: 110 }, 60],
  ])('writes a figure in a box of %j at %s pixels', (box, size) => {
    const layout = statLayout(box, {
      value: '12',
      unit: '',
      hasIcon: false,
      hasCourse: false,
      hasChange: false,
      wideLayout: true,
      text: {},
      font: FONT,
    });
    expect(layout.valueSize).toBeGreaterThanOrEqual(size);
  });

  it.each(['%', ' req/s', ''])(
    'leaves room for the icon before a figure with the unit “%s”',
    unit => {
      const box = { width: 110, height: 120 };
      const { valueSize, padding } = statLayout(box, {
        name: 'service-1',
        value: `12.8${unit}`,
        unit,
        hasIcon: true,
        hasCourse: true,
        hasChange: false,
        wideLayout: true,
        text: {},
        font: FONT,
      });
      const drawn =
        ICON_SIZE +
        ICON_GAP +
        textWidth('12.8', FONT) +
        UNIT_SIZE * textWidth(unit, FONT);
      expect(drawn * valueSize).toBeLessThanOrEqual(box.width - 2 * padding);
    },
  );
});
