import { readHeatmapOptions } from '../model/readHeatmapOptions';
import { heatmapPalette, paletteIndex } from './heatmapColors';

const options = (color = {}) => readHeatmapOptions({ color }).color;
const ends = (palette: string[]) => [palette[0], palette[palette.length - 1]];

describe('heatmapPalette', () => {
  it('has few near the ground in both themes', () => {
    const color = options({ mode: 'scheme', scheme: 'Oranges', steps: 8 });
    expect(heatmapPalette(color, 'light')).toHaveLength(8);
    expect(ends(heatmapPalette(color, 'light'))).toEqual([
      '#fff5eb',
      '#7f2704',
    ]);
    expect(ends(heatmapPalette(color, 'dark'))).toEqual(['#7f2704', '#fff5eb']);
  });

  it('goes from cold to hot, as Grafana does', () => {
    for (const theme of ['light', 'dark'] as const) {
      expect(
        ends(heatmapPalette(options({ scheme: 'Spectral' }), theme)),
      ).toEqual(['#5e4fa2', '#9e0142']);
    }
  });

  it('is turned round when the author wants it', () => {
    const color = options({ scheme: 'Oranges', reverse: true });
    expect(heatmapPalette(color, 'light')[0]).toBe('#7f2704');
  });

  it('takes a scheme that it does not know for Grafana’s usual one', () => {
    expect(heatmapPalette(options({ scheme: 'Sinebow' }), 'dark')).toEqual(
      heatmapPalette(options({ scheme: 'Spectral' }), 'dark'),
    );
  });

  it('lets the ground through when there is one colour only', () => {
    const color = options({ mode: 'opacity', fill: '#ff0000', exponent: 1 });
    expect(ends(heatmapPalette(color, 'dark'))).toEqual([
      'rgba(255, 0, 0, 0.000)',
      'rgba(255, 0, 0, 1.000)',
    ]);
  });
});

describe('paletteIndex', () => {
  it.each([
    [1, 0],
    [3.2, 0],
    [3.3, 1],
    [10, 3],
    [99, 3],
    [-5, 0],
  ])('puts %s into place %s of 4 colours for 1 to 10', (value, index) => {
    expect(paletteIndex(value, { min: 1, max: 10 }, 4)).toBe(index);
  });

  it('does not divide by an empty range', () => {
    expect(paletteIndex(5, { min: 5, max: 5 }, 4)).toBe(0);
  });
});
