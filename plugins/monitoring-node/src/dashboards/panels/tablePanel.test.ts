import { tablePanel } from './tablePanel';

const panel = tablePanel({
  id: 1,
  title: 'Indices',
  description: 'Health and size of each index',
  unit: 'short',
  columns: { index: 'Index' },
  queries: [
    { expression: 'max by (index) (health)', legend: 'Health' },
    { expression: 'max by (index) (size_bytes)', legend: 'Size' },
  ],
  units: { Size: 'bytes' },
  names: {
    Health: [
      { value: 0, text: 'Green', state: 'good' },
      { value: 2, text: 'Red', state: 'bad' },
    ],
  },
}) as any;

describe('tablePanel', () => {
  it('heads its columns with the labels’ and the queries’ names', () => {
    const [, organize] = panel.transformations;
    expect(organize.options.renameByName).toEqual({
      index: 'Index',
      'Value #A': 'Health',
      'Value #B': 'Size',
    });
    expect(panel.options.sortBy).toEqual([
      { displayName: 'Health', desc: true },
    ]);
  });

  it('gives a column its own unit, and words in the colour of their state', () => {
    const [size, health] = panel.fieldConfig.overrides;
    expect(size).toEqual({
      matcher: { id: 'byName', options: 'Size' },
      properties: [{ id: 'unit', value: 'bytes' }],
    });
    expect(health.matcher.options).toBe('Health');
    expect(health.properties[0].value[0].options).toEqual({
      '0': { text: 'Green', color: 'green', index: 0 },
      '2': { text: 'Red', color: 'red', index: 1 },
    });
    expect(health.properties[1].value).toEqual({ type: 'color-text' });
  });
});
