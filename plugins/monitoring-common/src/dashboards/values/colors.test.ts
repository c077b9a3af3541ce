import oracle from '../__fixtures__/colors.json';
import { continuousColors } from './continuousColor';
import { fieldScale, fieldSeriesColor, isColoredByValue } from './fieldScale';
import { classicPalette, resolveColor } from './palette';
import { seriesPalette } from './seriesPalette';

function colorAt(mode: string, share: number, theme: 'dark' | 'light') {
  return fieldScale(
    {
      type: 'number',
      config: { mappings: [], custom: {}, color: { mode }, min: 0, max: 1 },
    },
    theme,
  )(share).color;
}

describe('resolveColor', () => {
  it.each(oracle.hues.map(({ name, color }) => [name, color]))(
    'knows Grafana’s %s',
    (name, color) => expect(resolveColor(name, 'dark')).toBe(color),
  );

  it('takes darker shades in the light theme', () => {
    expect(resolveColor('green', 'light')).toBe('#56A64B');
    expect(resolveColor('super-light-red', 'light')).toBe('#FF7383');
    expect(resolveColor('dark-purple', 'light')).toBe('#7C2EA3');
  });

  it.each([
    ['#123456', '#123456'],
    ['rgba(1, 2, 3, 0.4)', 'rgba(1, 2, 3, 0.4)'],
    ['transparent', 'rgba(255, 255, 255, 0)'],
    ['panel-bg', '#ffffff'],
    ['', '#808080'],
    ['constructor', 'constructor'],
  ])('makes of %p: %p', (name, color) => {
    expect(resolveColor(name, 'light')).toBe(color);
  });
});

describe('classicPalette', () => {
  it("is Grafana's, in its order", () => {
    expect(classicPalette('dark')).toEqual(oracle.palette_resolved);
  });
});

describe('colour modes', () => {
  it.each(oracle.colorModes.map(one => [one.id, one.isByValue]))(
    'colours each value on its own in %s: %s',
    (id, isByValue) => expect(isColoredByValue(id as string)).toBe(isByValue),
  );

  it.each(
    oracle.colorModes
      .filter(({ colors }) => colors)
      .map(one => [one.id, one] as const),
  )(
    'has the colours of Grafana for %s',
    (id, { isContinuous, colors = [] }) => {
      const own = isContinuous
        ? continuousColors(id, 'dark')
        : seriesPalette(id, 'dark');
      expect(own?.map(rgb)).toEqual(colors.map(rgb));
    },
  );

  // Answers of @grafana/data 13.2.3.
  it.each([
    ['continuous-GrYlRd', 0.25, 'dark', 'rgb(180, 203, 76)'],
    ['continuous-GrYlRd', 7, 'dark', 'rgb(242, 73, 92)'],
    ['continuous-BlPu', 0.3, 'light', 'rgb(84, 106, 213)'],
    ['continuous-reds', 0.5, 'light', 'rgb(214, 129, 139)'],
    ['continuous-viridis', 0.3, 'dark', '#355f8d'],
    ['continuous-magma', 0.77, 'dark', '#fd9266'],
    ['continuous-cividis', 0.4, 'dark', 'rgb(105, 105, 112)'],
  ] as const)('colours in %s at %s in %s', (mode, share, theme, color) => {
    expect(colorAt(mode, share, theme)).toBe(color);
  });

  const series = (color: object, seriesIndex = 1, displayName = 'gateway') =>
    fieldSeriesColor(
      {
        type: 'number',
        values: [1, 90, 50],
        config: {
          mappings: [],
          custom: {},
          color: color as never,
          thresholds: {
            mode: 'absolute',
            steps: [
              { value: -Infinity, color: 'green' },
              { value: 40, color: 'orange' },
              { value: 80, color: 'red' },
            ],
          },
        },
        state: { seriesIndex, displayName },
      },
      'dark',
    ).color;

  it.each([
    [{ mode: 'thresholds' }, '#FF9830'],
    [{ mode: 'thresholds', seriesBy: 'max' }, '#F2495C'],
    [{ mode: 'no-such-mode', seriesBy: 'min' }, '#73BF69'],
    [{ mode: 'fixed', fixedColor: 'semi-dark-orange' }, '#FF780A'],
    [{ mode: 'fixed' }, '#808080'],
    [{ mode: 'shades', fixedColor: 'semi-dark-blue' }, '#417ee8'],
    [{ mode: 'palette-classic' }, '#F2CC0C'],
    [{ mode: 'palette-classic-by-name' }, '#EA6460'],
  ])('colours a series by %j', (color, expected) => {
    expect(series(color)).toBe(expected);
  });
});

function rgb(color: string): string {
  const digits = /^#(..)(..)(..)$/.exec(color)?.slice(1);
  return digits
    ? digits.map(pair => parseInt(pair, 16)).join(', ')
    : color.replace(/rgb\(|\)/g, '');
}
