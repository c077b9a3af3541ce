import {
  HeatmapOptions,
  readHeatmapOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { heatmapPalette, paletteIndex } from './heatmapPalette';

const options = (color: Partial<HeatmapOptions['color']> = {}) =>
  readHeatmapOptions({ color }).color;
const ends = (palette: string[]) => [palette[0], palette[palette.length - 1]];

const SCHEMES =
  'BrBG PiYG PRGn PuOr RdBu RdGy RdYlBu RdYlGn Spectral Blues Greens Greys Oranges Purples Reds ' +
  'Turbo Cividis Viridis Magma Inferno Plasma Warm Cool Cubehelix BuGn BuPu GnBu OrRd PuBuGn PuBu ' +
  'PuRd RdPu YlGnBu YlGn YlOrBr YlOrRd Rainbow Sinebow';

describe('heatmapPalette', () => {
  it('has few near the ground in both themes', () => {
    const color = options({ mode: 'scheme', scheme: 'Oranges', steps: 8 });
    expect(heatmapPalette(color, 'light')).toHaveLength(8);
    const [few, many] = ends(heatmapPalette(color, 'light'));
    expect(ends(heatmapPalette(color, 'dark'))).toEqual([many, few]);
  });

  it('goes from cold to hot, as Grafana does', () => {
    for (const theme of ['light', 'dark'] as const) {
      expect(
        ends(heatmapPalette(options({ scheme: 'Spectral' }), theme)),
      ).toEqual(['#5e4fa2', '#9e0142']);
    }
  });

  it.each(SCHEMES.split(' '))('knows %s', scheme => {
    const palette = heatmapPalette(options({ scheme }), 'dark');
    expect(palette).toHaveLength(64);
    for (const color of palette) {
      expect(color).toMatch(/^#[0-9a-f]{6}$/);
    }
    expect(new Set(palette).size).toBeGreaterThan(30);
  });

  it('is turned round when the author wants it', () => {
    const color = options({ scheme: 'Oranges' });
    expect(heatmapPalette({ ...color, reverse: true }, 'light')).toEqual(
      heatmapPalette(color, 'light').reverse(),
    );
  });

  it('takes a scheme that it does not know for Grafana’s usual one', () => {
    expect(heatmapPalette(options({ scheme: 'constructor' }), 'dark')).toEqual(
      heatmapPalette(options({ scheme: 'Spectral' }), 'dark'),
    );
  });

  it('lets the ground through when there is one colour only', () => {
    const color = options({ mode: 'opacity', fill: '#ff0000', steps: 3 });
    expect(heatmapPalette({ ...color, scale: 'linear' }, 'dark')).toEqual([
      'rgba(255, 0, 0, 0.000)',
      'rgba(255, 0, 0, 0.500)',
      'rgba(255, 0, 0, 1.000)',
    ]);
    expect(heatmapPalette({ ...color, exponent: 2 }, 'dark')[1]).toBe(
      'rgba(255, 0, 0, 0.250)',
    );
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
