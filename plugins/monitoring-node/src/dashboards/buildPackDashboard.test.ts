import { buildPackDashboard } from './buildPackDashboard';
import { statPanel, timeSeriesPanel } from './panels';

const options = {
  title: 'Requests',
  description: 'Requests per second',
  unit: 'reqps',
  queries: [{ expression: 'sum(rate(a[$__rate_interval]))', legend: 'All' }],
};

function aDashboard(): any {
  return buildPackDashboard({
    title: 'Overview',
    description: 'All of it',
    tags: ['http'],
    stats: [1, 2, 3, 4].map(id => statPanel({ ...options, id })),
    rows: [
      {
        title: 'Rate',
        panels: [10, 11].map(id => timeSeriesPanel({ ...options, id })),
      },
      { title: 'Errors', panels: [timeSeriesPanel({ ...options, id: 12 })] },
    ],
  });
}

/** Where its panels stand on Grafana's grid. */
function placesOf(dashboard: Record<string, unknown>) {
  return (
    dashboard.panels as {
      gridPos: { x: number; y: number; w: number; h: number };
    }[]
  ).map(({ gridPos }) => gridPos);
}

describe('buildPackDashboard', () => {
  it('lays the panels out without gaps and overlaps', () => {
    const cells = new Set<string>();
    const all = placesOf(aDashboard()).flatMap(({ x, y, w, h }) =>
      Array.from(
        { length: w * h },
        (_, index) => `${x + (index % w)},${y + Math.floor(index / w)}`,
      ),
    );
    all.forEach(cell => cells.add(cell));
    expect(cells.size).toBe(all.length);
    expect(cells.size).toBe(24 * (4 + 1 + 8 + 1 + 8));
  });

  it.each([1, 2, 3, 4, 5, 6])('fills the first row with %s numbers', count => {
    const { panels } = buildPackDashboard({
      title: 'Overview',
      description: '',
      stats: Array.from({ length: count }, (_, id) =>
        statPanel({ ...options, id }),
      ),
      rows: [],
    }) as any;
    let end = 0;
    for (const { gridPos } of panels) {
      expect(gridPos.x).toBe(end);
      end += gridPos.w;
    }
    expect(end).toBe(24);
  });

  it.each([
    [4, ['4 of 6']],
    [6, ['3 of 8', '3 of 8']],
    [7, ['3 of 8', '3 of 8', '1 of 24']],
  ])('lays %s graphs of a row in lines that can be read', (count, lines) => {
    const places = placesOf(
      buildPackDashboard({
        title: 'Overview',
        description: '',
        stats: [],
        rows: [
          {
            title: 'Servers',
            panels: Array.from({ length: count }, (_, id) =>
              timeSeriesPanel({ ...options, id }),
            ),
          },
          { title: 'Last', panels: [timeSeriesPanel({ ...options, id: 99 })] },
        ],
      }),
    );
    lines.forEach((line, index) => {
      const widths = places
        .filter(({ y }) => y === 1 + index * 8)
        .map(({ w }) => w);
      expect(`${widths.length} of ${[...new Set(widths)]}`).toBe(line);
    });
    expect(places.at(-1)).toMatchObject({ y: 2 + lines.length * 8 });
  });

  it('says nothing that a server decides', () => {
    const dashboard = aDashboard();
    expect(dashboard).not.toHaveProperty('id');
    expect(dashboard).not.toHaveProperty('uid');
    expect(dashboard).not.toHaveProperty('version');
    expect(dashboard).toMatchObject({ title: 'Overview', tags: ['http'] });
  });

  it('is of a version that Grafana 10 to 13 and our own renderer read', () => {
    expect(aDashboard().schemaVersion).toBeLessThanOrEqual(42);
    expect(aDashboard().schemaVersion).toBeGreaterThanOrEqual(36);
  });

  it('is the same each time', () => {
    expect(JSON.stringify(aDashboard())).toBe(JSON.stringify(aDashboard()));
  });

  it('asks the data source that the reader chooses', () => {
    const dashboard = aDashboard();
    expect(dashboard.templating.list).toEqual([
      expect.objectContaining({
        name: 'datasource',
        type: 'datasource',
        query: 'prometheus',
      }),
    ]);
    expect(dashboard.panels[0].targets[0]).toMatchObject({
      refId: 'A',
      // eslint-disable-next-line no-template-curly-in-string
      datasource: { type: 'prometheus', uid: '${datasource}' },
      expr: options.queries[0].expression,
    });
  });
});
