import oracle from '../__fixtures__/palette.json';
import { resolveColor, seriesColor } from './palette';

describe('seriesColor', () => {
  it('follows the classic palette of Grafana', () => {
    expect(oracle.dark.map((_, index) => seriesColor(index, 'dark'))).toEqual(
      oracle.dark,
    );
  });

  it('starts again after the last colour', () => {
    expect(seriesColor(oracle.dark.length, 'dark')).toBe(oracle.dark[0]);
  });

  it('takes darker shades in the light theme', () => {
    expect(seriesColor(0, 'light')).toBe('#56A64B');
    expect(seriesColor(4, 'light')).toBe('#E02F44');
  });
});

describe('resolveColor', () => {
  it('knows all names of Grafana', () => {
    expect(
      oracle.hues.map(([name]) => [name, resolveColor(name, 'dark')]),
    ).toEqual(oracle.hues);
  });

  it('leaves colours of CSS as they are', () => {
    expect(resolveColor('#123456', 'dark')).toBe('#123456');
    expect(resolveColor('rgba(1, 2, 3, 0.4)', 'light')).toBe(
      'rgba(1, 2, 3, 0.4)',
    );
    expect(resolveColor('transparent', 'light')).toBe('transparent');
  });
});
