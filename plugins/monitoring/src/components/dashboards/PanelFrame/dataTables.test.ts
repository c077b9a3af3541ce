import { looksPanel } from '../../../__testUtils__/looks';
import { dataTables } from './dataTables';

const tablesOf = (id: number) => {
  const { panel, frames, range } = looksPanel(id);
  return dataTables(panel, frames, range);
};

describe('dataTables', () => {
  it('puts series beside each other, under the names of the legend', () => {
    const { frames } = looksPanel(1);
    const tables = tablesOf(1);
    expect(tables).toHaveLength(1);
    expect(tables[0].fields.map(({ state }) => state?.displayName)).toEqual([
      'Time',
      ...frames.map(({ fields }) => fields[1].state?.displayName),
    ]);
  });

  it('shows the buckets of a heatmap and of a histogram', () => {
    const [heatmap] = tablesOf(33);
    expect(heatmap.fields[0].name).toBe('Time');
    expect(heatmap.fields.length).toBeGreaterThan(2);
    const [histogram] = tablesOf(38);
    expect(histogram.fields.map(({ name }) => name).slice(0, 2)).toEqual([
      'xMin',
      'xMax',
    ]);
  });

  it('leaves tables as they are', () => {
    const { frames } = looksPanel(29);
    expect(tablesOf(29).map(({ fields }) => fields.length)).toEqual(
      frames.map(({ fields }) => fields.length),
    );
  });
});
