import { DashboardSection } from '@sightline/backstage-plugin-monitoring-common';
import { visibleSections } from './visibleSections';

const row = (id: string, depth?: number, title?: string): DashboardSection => ({
  id,
  depth,
  title,
  collapsed: false,
  panels: [],
});

describe('visibleSections', () => {
  const sections = [
    row('top'),
    row('a', 0, 'A'),
    row('a1', 1, 'A1'),
    row('a11', 2, 'A11'),
    row('a2', 1, 'A2'),
    row('after', 0),
    row('b', 0, 'B'),
  ];
  const shown = (...closed: string[]) =>
    visibleSections(sections, ({ id }) => !closed.includes(id)).map(
      ({ id }) => id,
    );

  it('hides the rows in a closed row, however deep', () => {
    expect(shown()).toEqual(sections.map(({ id }) => id));
    expect(shown('a')).toEqual(['top', 'a', 'after', 'b']);
    expect(shown('a1')).toEqual(['top', 'a', 'a1', 'a2', 'after', 'b']);
    expect(shown('a', 'a2')).toEqual(['top', 'a', 'after', 'b']);
  });
});
