import { DataField } from '@sightline/backstage-plugin-monitoring-common';
import { fieldColor, valueColors } from './fieldColor';

function aField(
  color: DataField['config']['color'],
  changes: Partial<DataField> = {},
  config: Partial<DataField['config']> = {},
): DataField {
  return {
    name: 'Value',
    type: 'number',
    config: { mappings: [], custom: {}, color, ...config },
    values: [0, 100, 50],
    state: {
      displayName: 'gateway',
      seriesIndex: 1,
      range: { min: 0, max: 100 },
    },
    ...changes,
  };
}

const thresholds = {
  mode: 'absolute' as const,
  steps: [
    { value: -Infinity, color: 'green' },
    { value: 50, color: 'orange' },
    { value: 80, color: 'red' },
  ],
};

describe('fieldColor', () => {
  it.each([
    [{ mode: 'fixed', fixedColor: 'semi-dark-red' }, 'dark', '#E02F44'],
    [{ mode: 'fixed' }, 'dark', '#808080'],
    [{ mode: 'palette-classic' }, 'dark', '#F2CC0C'],
    [{ mode: 'palette-classic' }, 'light', '#E0B400'],
    [{ mode: 'thresholds' }, 'dark', '#FF9830'],
    [{ mode: 'thresholds', seriesBy: 'min' as const }, 'dark', '#73BF69'],
    [{ mode: 'thresholds', seriesBy: 'max' as const }, 'dark', '#F2495C'],
    [{ mode: 'no-such-mode' }, 'dark', '#FF9830'],
    [
      { mode: 'continuous-GrYlRd', seriesBy: 'max' as const },
      'dark',
      'rgb(242, 73, 92)',
    ],
  ] as const)('colours a series by %j in %s', (color, theme, expected) => {
    expect(fieldColor(aField(color, {}, { thresholds }), theme)).toBe(expected);
  });

  it('chooses by name whatever the place of the series', () => {
    const named = (displayName: string, seriesIndex: number) =>
      fieldColor(
        aField(
          { mode: 'palette-classic-by-name' },
          { state: { displayName, seriesIndex } },
        ),
        'dark',
      );
    expect(named('gateway', 0)).toBe(named('gateway', 7));
    const colors = ['a', 'b', 'c', 'd', 'e'].map(name => named(name, 0));
    expect(new Set(colors).size).toBeGreaterThan(3);
  });

  it('has grey where nothing says a colour', () => {
    expect(fieldColor(aField(undefined), 'dark')).toBe('#808080');
  });
});

describe('valueColors', () => {
  it('measures percentages between the bounds of the field', () => {
    const field = aField(
      { mode: 'thresholds' },
      {
        state: { displayName: 'a', seriesIndex: 0, range: { min: 0, max: 10 } },
      },
      { thresholds: { ...thresholds, mode: 'percentage' } },
    );
    const color = valueColors(field, 'dark');
    expect([4, 5, 8].map(color)).toEqual(['#73BF69', '#FF9830', '#F2495C']);
  });

  it('colours yes and no', () => {
    const field = aField({ mode: 'thresholds' }, { type: 'boolean' });
    const color = valueColors(field, 'dark');
    expect([color(1), color(0)]).toEqual(['#73BF69', '#F2495C']);
  });

  it.each([NaN, Infinity, -Infinity])('has a colour for %s', value => {
    const field = aField({ mode: 'continuous-viridis' });
    expect(valueColors(field, 'dark')(value)).toMatch(/^#[0-9a-f]{6}$/);
  });
});
