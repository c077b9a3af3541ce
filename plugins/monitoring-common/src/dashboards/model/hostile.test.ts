import { cpuStopwatch } from '../__testUtils__/cpuStopwatch';
import fc from 'fast-check';
import { expandRepeats } from '../repeats';
import { describeSupport } from '../support';
import { dashboardPanels } from './dashboardPanels';
import { parseDashboard } from './parseDashboard';

const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
];

/** What JSON can hold, with names that objects have by themselves. */
const names = fc.oneof(fc.constantFrom(...NAMES), fc.string());
const { json } = fc.letrec(tie => ({
  json: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, 0, -1, 1e308, 2 ** 53, '', 'x', '$__all'),
    names,
    fc.double(),
    fc.array(tie('json'), { maxLength: 3 }),
    fc
      .array(fc.tuple(names, tie('json')), { maxLength: 3 })
      .map(entries => Object.fromEntries(entries)),
  ),
}));

const oddly = <T>(usual: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: json });

const panel = oddly(
  fc.record(
    {
      id: oddly(fc.integer({ min: 1, max: 5 })),
      type: fc.constantFrom(
        'row',
        'graph',
        'graphite',
        'singlestat',
        'table',
        'table-old',
        'grafana-piechart-panel',
        'natel-discrete-panel',
        'heatmap',
        'heatmap-new',
        'text',
        'text2',
        'stat',
        'gauge',
        'timeseries',
        'dashlist',
        ...NAMES,
      ),
      title: json,
      autoMigrateFrom: json,
      targets: oddly(
        fc.array(
          oddly(
            fc.record(
              {
                refId: json,
                expr: json,
                panelId: fc.integer({ min: 1, max: 5 }),
                datasource: fc.constantFrom(
                  '-- Dashboard --',
                  '__expr__',
                  { uid: '-- Dashboard --' },
                  '$__proto__',
                ),
                hide: json,
              },
              { requiredKeys: [] },
            ),
          ),
        ),
      ),
      gridPos: oddly(
        fc.record({ x: json, y: json, w: json, h: json }, { requiredKeys: [] }),
      ),
      fieldConfig: oddly(
        fc.record({ defaults: json, overrides: oddly(fc.array(json)) }),
      ),
      options: json,
      datasource: json,
      libraryPanel: oddly(fc.record({ uid: names, name: json, model: json })),
      transformations: oddly(
        fc.array(fc.record({ id: names, options: json, filter: json })),
      ),
      repeat: names,
      repeatPanelId: json,
      repeatDirection: json,
      maxPerRow: json,
      minSpan: json,
      span: json,
      height: json,
      panels: json,
      links: json,
      yaxes: json,
      y_formats: json,
      grid: json,
      xaxis: oddly(
        fc.record({
          mode: fc.constantFrom('series', 'time', 'histogram'),
          values: json,
        }),
      ),
      legend: json,
      seriesOverrides: oddly(fc.array(json)),
      aliasColors: json,
      thresholds: json,
      tooltip: json,
      valueMaps: json,
      rangeMaps: json,
      mappingType: json,
      colors: json,
      gauge: json,
      sparkline: json,
      styles: json,
      columns: json,
      transform: names,
      color: json,
      cards: json,
      yAxis: json,
      content: json,
      mode: json,
      colorMaps: json,
    },
    { requiredKeys: ['type'] },
  ),
);

const variable = oddly(
  fc.record(
    {
      name: names,
      type: fc.oneof(
        fc.constantFrom('query', 'custom', 'interval', 'adhoc', 'constant'),
        names,
      ),
      query: json,
      current: json,
      options: json,
      multi: json,
      includeAll: json,
      refresh: json,
      hide: json,
      sort: json,
    },
    { requiredKeys: [] },
  ),
);

const v1 = fc.record(
  {
    schemaVersion: oddly(fc.integer({ min: 0, max: 42 })),
    title: json,
    panels: oddly(fc.array(panel)),
    rows: oddly(
      fc.array(
        oddly(
          fc.record({
            panels: oddly(fc.array(panel)),
            height: json,
            repeat: json,
            collapse: json,
            title: json,
          }),
        ),
      ),
    ),
    templating: oddly(fc.record({ list: oddly(fc.array(variable)) })),
    annotations: oddly(fc.record({ list: json })),
    links: json,
    time: json,
    refresh: json,
    __inputs: json,
    __elements: json,
    services: json,
    pulldowns: json,
  },
  { requiredKeys: [] },
);

const { layout } = fc.letrec(tie => ({
  layout: fc.oneof(
    { maxDepth: 4 },
    json,
    fc.record({
      kind: fc.constantFrom('GridLayout', 'AutoGridLayout', 'Other'),
      spec: fc.record({
        items: oddly(
          fc.array(
            fc.record({
              kind: fc.constantFrom('GridLayoutItem', 'GridLayoutRow'),
              spec: oddly(
                fc.record({
                  element: oddly(fc.record({ name: names })),
                  repeat: oddly(fc.record({ value: names })),
                  conditionalRendering: json,
                  x: json,
                  width: json,
                }),
              ),
            }),
          ),
        ),
        maxColumnCount: json,
        columnWidth: json,
        columnWidthMode: json,
      }),
    }),
    fc
      .tuple(
        fc.constantFrom(['RowsLayout', 'rows'], ['TabsLayout', 'tabs']),
        oddly(
          fc.array(
            fc.record({
              spec: oddly(
                fc.record({
                  title: json,
                  layout: tie('layout'),
                  repeat: oddly(fc.record({ value: names })),
                }),
              ),
            }),
            { maxLength: 3 },
          ),
        ),
      )
      .map(([[kind, name], list]) => ({ kind, spec: { [name]: list } })),
  ),
}));

const v2 = fc.record({
  title: json,
  elements: oddly(
    fc
      .array(
        fc.tuple(
          names,
          oddly(
            fc.record({
              kind: fc.constantFrom('Panel', 'LibraryPanel'),
              spec: oddly(
                fc.record(
                  { id: json, data: json, vizConfig: json, title: json },
                  { requiredKeys: [] },
                ),
              ),
            }),
          ),
        ),
      )
      .map(entries => Object.fromEntries(entries)),
  ),
  layout,
  variables: oddly(
    fc.array(
      fc.record({
        kind: fc.constantFrom('QueryVariable', 'AdhocVariable', '__proto__'),
        spec: json,
        group: json,
      }),
    ),
  ),
  annotations: json,
  timeSettings: json,
  cursorSync: json,
});

/** Everything that is done with a dashboard before anything is drawn. */
function readAll(dashboard: unknown) {
  const model = parseDashboard(dashboard);
  const support = describeSupport(model);
  const expanded = expandRepeats(model, {
    variables: Object.fromEntries(NAMES.map(name => [name, ['a', 'b']])),
    range: { from: 0, to: 1 },
  });
  // Nothing that all objects share has changed.
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  return { model, support, panels: dashboardPanels(expanded) };
}

describe('hostile dashboards', () => {
  it.each([
    ['the first schema', v1],
    ['the second schema', v2],
  ] as const)(
    'of %s never make it throw, nor change what all share',
    (_, one) => {
      fc.assert(
        fc.property(one, dashboard => {
          const { model, support, panels } = readAll(dashboard);
          const keys = panels.map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
          expect(support).toHaveLength(dashboardPanels(model).length);
          for (const { gridPos, id, maxPerRow } of panels) {
            expect(Object.values(gridPos).every(Number.isFinite)).toBe(true);
            expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24 + 1e-9);
            expect(gridPos.h).toBeLessThanOrEqual(400);
            expect(Number.isInteger(id)).toBe(true);
            expect(maxPerRow).toBeGreaterThanOrEqual(1);
          }
        }),
        { numRuns: 150 },
      );
    },
  );

  it('keep the names that objects have by themselves', () => {
    const dashboard = JSON.parse(`{
      "templating": { "list": [{ "name": "__proto__", "type": "custom", "query": "a,b", "multi": true, "current": { "value": ["a", "b"] } }] },
      "panels": [{
        "id": 1, "type": "stat", "repeat": "__proto__",
        "fieldConfig": { "defaults": {
          "custom": { "__proto__": { "polluted": 1 } },
          "mappings": [
            { "type": "value", "options": { "__proto__": { "text": "mapped" } } },
            { "type": 1, "value": "constructor", "text": "built" }
          ]
        } },
        "options": { "__proto__": { "polluted": 1 } }
      }]
    }`);
    const { model, panels } = readAll(dashboard);
    const { mappings } = model.sections[0].panels[0].fieldConfig.defaults;
    const options = mappings.flatMap(mapping =>
      mapping.type === 'value' ? Object.entries(mapping.options) : [],
    );
    expect(options).toEqual([
      ['constructor', { text: 'built', color: undefined }],
      ['__proto__', { text: 'mapped', color: undefined }],
    ]);
    expect(panels).toHaveLength(2);
  });

  it('of 2,000 panels in 10 MB are read within two seconds', () => {
    const panels = Array.from({ length: 2_000 }, (_, at) => ({
      id: at + 1,
      type: at % 3 ? 'timeseries' : 'graph',
      title: 'x'.repeat(4_000),
      gridPos: { x: (at * 7) % 24, y: at, w: 12, h: 8 },
      seriesOverrides: [{ alias: 'a', yaxis: 2 }],
      targets: Array.from({ length: 5 }, () => ({ expr: 'up'.repeat(50) })),
    }));
    const text = JSON.stringify({ title: 'x'.repeat(500_000), panels });
    expect(text.length).toBeGreaterThan(9_000_000);
    const seconds = cpuStopwatch();
    const { support } = readAll(JSON.parse(text));
    expect(seconds()).toBeLessThan(2);
    expect(support).toHaveLength(2_000);
  });

  it('of deep nesting are read as far as anybody would look', () => {
    let nested: object = {
      kind: 'GridLayout',
      spec: { items: [{ spec: { element: { name: 'a' } } }] },
    };
    for (let depth = 0; depth < 5_000; depth += 1) {
      nested = {
        kind: 'RowsLayout',
        spec: { rows: [{ spec: { title: `${depth}`, layout: nested } }] },
      };
    }
    const { model } = readAll({
      elements: { a: { kind: 'Panel' } },
      layout: nested,
    });
    expect(model.sections.length).toBeGreaterThan(5);
    expect(model.sections.length).toBeLessThan(20);
  });

  it('of long chains of panels are followed without recursion', () => {
    const panels = Array.from({ length: 20_000 }, (_, at) => ({
      id: at + 1,
      type: 'stat',
      datasource: { uid: '-- Dashboard --' },
      targets: [{ panelId: at + 2 }],
    }));
    const { support } = readAll({ panels });
    expect(support[0]).toMatchObject({
      state: 'unsupported',
      reasons: [{ code: 'datasource', detail: 'panel 2' }],
    });
  });

  it('have their titles cut', () => {
    const { model } = readAll({
      panels: [{ type: 'stat', title: 'x'.repeat(10_000) }],
    });
    expect(model.sections[0].panels[0].title).toHaveLength(5_000);
  });
});
