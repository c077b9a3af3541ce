import { JsonObject } from '@backstage/types';
import { dashboardPanels } from '../dashboardPanels';
import { parseDashboard } from '../parseDashboard';

const element = (id: number, more: JsonObject = {}): JsonObject => ({
  kind: 'Panel',
  spec: {
    id,
    title: `Panel ${id}`,
    description: 'What it shows',
    links: [{ title: 'Docs', url: 'https://example.com', targetBlank: true }],
    data: {
      kind: 'QueryGroup',
      spec: {
        queries: [
          {
            kind: 'PanelQuery',
            spec: {
              refId: 'A',
              hidden: false,
              query: {
                kind: 'DataQuery',
                group: 'prometheus',
                version: 'v0',
                datasource: { name: '${ds}' },
                spec: { expr: 'up', instant: true, range: false },
              },
            },
          },
        ],
        transformations: [
          { kind: 'merge', spec: { id: 'merge', options: {} } },
          {
            kind: 'Transformation',
            group: 'organize',
            spec: { options: {}, disabled: true },
          },
        ],
        queryOptions: { timeFrom: '1h', maxDataPoints: 100, interval: '1m' },
      },
    },
    vizConfig: {
      kind: 'VizConfig',
      group: 'stat',
      version: '12.4.0',
      spec: {
        options: { graphMode: 'none' },
        fieldConfig: { defaults: { unit: 'bytes' }, overrides: [] },
      },
    },
    ...more,
  },
});

const item = (name: string, more: JsonObject = {}): JsonObject => ({
  kind: 'GridLayoutItem',
  spec: {
    x: 0,
    y: 0,
    width: 12,
    height: 4,
    element: { kind: 'ElementReference', name },
    ...more,
  },
});

const grid = (...items: JsonObject[]): JsonObject => ({
  kind: 'GridLayout',
  spec: { items },
});

const autoGrid = (names: string[], more: JsonObject = {}): JsonObject => ({
  kind: 'AutoGridLayout',
  spec: {
    ...more,
    items: names.map(name => ({
      kind: 'AutoGridLayoutItem',
      spec: { element: { name } },
    })),
  },
});

const rows = (...list: JsonObject[]): JsonObject => ({
  kind: 'RowsLayout',
  spec: { rows: list.map(spec => ({ kind: 'RowsLayoutRow', spec })) },
});

const tabs = (...list: JsonObject[]): JsonObject => ({
  kind: 'TabsLayout',
  spec: { tabs: list.map(spec => ({ kind: 'TabsLayoutTab', spec })) },
});

const parse = (layout: JsonObject, more: JsonObject = {}) =>
  parseDashboard({
    title: 'Second',
    elements: { a: element(1), b: element(2), c: element(3) },
    layout,
    ...more,
  });

const sectionsOf = (layout: JsonObject) =>
  parse(layout).sections.map(({ title, tab, depth, panels }) => [
    title,
    tab,
    depth,
    panels.map(({ id }) => id),
  ]);

describe('a panel of the second schema', () => {
  it('has what one of the first has', () => {
    const [panel] = dashboardPanels(parse(grid(item('a', { x: 6, y: 3 }))));
    expect(panel).toMatchObject({
      id: 1,
      kind: 'stat',
      title: 'Panel 1',
      description: 'What it shows',
      gridPos: { x: 6, y: 0, w: 12, h: 4 },
      timeFrom: '1h',
      maxDataPoints: 100,
      interval: '1m',
      links: [{ title: 'Docs', url: 'https://example.com' }],
      options: { graphMode: 'none' },
      fieldConfig: { defaults: { unit: 'bytes' } },
      transformations: [{ id: 'merge' }],
      targets: [
        {
          refId: 'A',
          expr: 'up',
          instant: true,
          range: false,
          datasource: { type: 'prometheus', uid: '${ds}' },
        },
      ],
    });
    expect(panel.transformations).toHaveLength(1);
  });

  it('is read in the words of v2alpha1 too', () => {
    const alpha = element(1, {
      data: {
        spec: {
          queries: [
            {
              kind: 'PanelQuery',
              spec: {
                refId: 'A',
                hidden: true,
                datasource: { type: 'prometheus', uid: 'p' },
                query: { kind: 'prometheus', spec: { expr: 'up' } },
              },
            },
          ],
        },
      },
      vizConfig: { kind: 'timeseries', spec: { pluginVersion: '12.0.0' } },
    });
    const [panel] = dashboardPanels(
      parse(grid(item('a')), { elements: { a: alpha } }),
    );
    expect(panel).toMatchObject({
      kind: 'timeseries',
      targets: [
        {
          expr: 'up',
          hide: true,
          datasource: { type: 'prometheus', uid: 'p' },
        },
      ],
    });
  });

  it('may be of before Grafana 7, as the server kept it', () => {
    const former = element(1, {
      vizConfig: {
        group: 'timeseries',
        spec: {
          options: {
            __angularMigration: {
              autoMigrateFrom: 'graph',
              originalOptions: {
                lines: true,
                fill: 2,
                yaxes: [{ format: 'ms', show: true }],
              },
            },
          },
        },
      },
    });
    const [panel] = dashboardPanels(
      parse(grid(item('a')), { elements: { a: former } }),
    );
    expect(panel.fieldConfig.defaults).toMatchObject({
      unit: 'ms',
      custom: { drawStyle: 'line', fillOpacity: 20 },
    });
  });

  it('may stand in the library, or use what cannot be asked', () => {
    const panels = dashboardPanels(
      parse(grid(item('a'), item('b'), item('gone')), {
        elements: {
          a: {
            kind: 'LibraryPanel',
            spec: {
              id: 7,
              title: 'Lib',
              libraryPanel: { uid: 'l', name: 'L' },
            },
          },
          b: element(8, { vizConfig: { group: 'geomap' } }),
        },
      }),
    );
    expect(
      panels.map(({ id, unsupported, unsupportedDetail }) => [
        id,
        unsupported,
        unsupportedDetail,
      ]),
    ).toEqual([
      [7, 'library-panel', 'L'],
      [8, 'type', 'geomap'],
    ]);
  });

  it('is repeated over the width it says', () => {
    const [narrow, wide] = dashboardPanels(
      parse(
        grid(
          item('a', {
            repeat: { mode: 'variable', value: 'job', maxPerRow: 2 },
          }),
          item('b', {
            y: 4,
            repeat: { mode: 'variable', value: 'job', direction: 'h' },
          }),
        ),
      ),
    );
    expect(narrow).toMatchObject({
      repeat: 'job',
      repeatDirection: 'h',
      maxPerRow: 2,
      gridPos: { w: 12 },
    });
    expect(wide).toMatchObject({ maxPerRow: 4, gridPos: { w: 24 } });
  });
});

describe('a layout of the second schema', () => {
  it('has rows', () => {
    const layout = rows(
      { title: 'First', collapse: true, layout: grid(item('a')) },
      {
        title: 'Not seen',
        hideHeader: true,
        collapse: true,
        layout: autoGrid(['b', 'c']),
      },
    );
    expect(sectionsOf(layout)).toEqual([
      ['First', undefined, undefined, [1]],
      [undefined, undefined, undefined, [2, 3]],
    ]);
    expect(parse(layout).sections.map(({ collapsed }) => collapsed)).toEqual([
      true,
      false,
    ]);
  });

  it('has rows in rows, and tabs in rows as rows', () => {
    expect(
      sectionsOf(
        rows(
          {
            title: 'Outer',
            layout: rows(
              { title: 'Inner', layout: grid(item('a')) },
              {
                title: 'Tabs',
                layout: tabs({ title: 'Tab', layout: grid(item('b')) }),
              },
            ),
          },
          { title: 'Next', layout: grid(item('c')) },
        ),
      ),
    ).toEqual([
      ['Outer', undefined, undefined, []],
      ['Inner', undefined, 1, [1]],
      ['Tabs', undefined, 1, []],
      ['Tab', undefined, 2, [2]],
      ['Next', undefined, undefined, [3]],
    ]);
  });

  it('has tabs with rows', () => {
    const layout = tabs(
      { title: 'One', layout: grid(item('a')) },
      {
        title: 'Two',
        repeat: { mode: 'variable', value: 'job' },
        layout: rows({ title: 'Row', layout: autoGrid(['b']) }),
      },
    );
    expect(parse(layout).tabs).toEqual([
      { id: 'tab-1', title: 'One' },
      { id: 'tab-2', title: 'Two', repeat: 'job' },
    ]);
    expect(sectionsOf(layout)).toEqual([
      [undefined, 'tab-1', undefined, [1]],
      ['Row', 'tab-2', undefined, [2]],
    ]);
  });

  it.each([
    [{}, { maxColumns: 3, columnWidth: 448, rowHeight: 320 }],
    [
      { maxColumnCount: 4, columnWidthMode: 'narrow', rowHeightMode: 'tall' },
      { maxColumns: 4, columnWidth: 192, rowHeight: 512 },
    ],
    [
      {
        columnWidthMode: 'custom',
        columnWidth: 300,
        rowHeightMode: 'custom',
        rowHeight: 1e9,
      },
      { maxColumns: 3, columnWidth: 300, rowHeight: 2000 },
    ],
    [{ maxColumnCount: -3, columnWidthMode: '__proto__' }, { maxColumns: 1 }],
  ])('lets panels flow: %j', (spec, expected) => {
    expect(parse(autoGrid(['a'], spec)).sections[0].autoGrid).toMatchObject(
      expected,
    );
  });

  it('may hold the rows of the first schema in its grid', () => {
    expect(
      sectionsOf(
        grid(item('a'), {
          kind: 'GridLayoutRow',
          spec: { y: 9, title: 'Row', collapsed: false, elements: [item('b')] },
        }),
      ),
    ).toEqual([
      [undefined, undefined, undefined, [1]],
      ['Row', undefined, undefined, [2]],
    ]);
  });

  it('shows by rules, as far as they can be known', () => {
    const rule = (kind: string, spec: JsonObject) => ({
      kind: `ConditionalRendering${kind}`,
      spec,
    });
    const { sections } = parse(
      rows({
        title: 'Row',
        layout: grid(item('a')),
        conditionalRendering: {
          kind: 'ConditionalRenderingGroup',
          spec: {
            visibility: 'hide',
            condition: 'or',
            items: [
              rule('Variable', {
                variable: 'job',
                operator: 'matches',
                value: 'a.*',
              }),
              rule('TimeRangeSize', { value: '7d' }),
              rule('Data', { value: true }),
            ],
          },
        },
      }),
    );
    expect(sections[0].condition).toEqual({
      hides: true,
      any: true,
      rules: [
        { variable: 'job', operator: '=~', value: 'a.*' },
        { operator: '<=', value: '7d' },
      ],
    });
  });
});

describe('a dashboard of the second schema', () => {
  const spec = {
    title: 'Second',
    tags: ['k8s'],
    cursorSync: 'Crosshair',
    timeSettings: {
      from: 'now-3h',
      to: 'now',
      timezone: 'utc',
      autoRefresh: '1m',
    },
    elements: { a: element(1) },
    layout: grid(item('a')),
    links: [{ title: 'Docs', type: 'link', url: 'https://example.com' }],
    annotations: [
      {
        kind: 'AnnotationQuery',
        spec: {
          name: 'Deploys',
          enable: true,
          hide: false,
          iconColor: 'red',
          query: {
            kind: 'DataQuery',
            group: 'prometheus',
            datasource: { name: 'p' },
            spec: { expr: 'changes(up[1m])' },
          },
          legacyOptions: { titleFormat: '{{job}}' },
        },
      },
    ],
    variables: [
      {
        kind: 'DatasourceVariable',
        spec: { name: 'ds', pluginId: 'prometheus', current: { value: 'p' } },
      },
      {
        kind: 'QueryVariable',
        spec: {
          name: 'job',
          refresh: 'onTimeRangeChanged',
          hide: 'hideLabel',
          sort: 'alphabeticalAsc',
          multi: true,
          includeAll: true,
          query: {
            kind: 'DataQuery',
            group: 'prometheus',
            datasource: { name: '${ds}' },
            spec: { __legacyStringValue: 'label_values(up, job)' },
          },
        },
      },
      { kind: 'TextVariable', spec: { name: 'text', query: 'x' } },
      {
        kind: 'SwitchVariable',
        spec: { name: 'on', current: 'yes', enabledValue: 'yes' },
      },
      {
        kind: 'AdhocVariable',
        group: 'prometheus',
        datasource: { name: 'p' },
        spec: {
          name: 'filters',
          filters: [{ key: 'a', operator: '=', value: 'b' }],
        },
      },
      { kind: 'OtherVariable', spec: { name: 'other' } },
    ],
  };

  it('is read inside its resource', () => {
    const model = parseDashboard({
      apiVersion: 'dashboard.grafana.app/v2beta1',
      kind: 'Dashboard',
      metadata: { name: 'second' },
      spec,
    });
    expect(model).toMatchObject({
      uid: 'second',
      title: 'Second',
      tags: ['k8s'],
      cursorSync: 'crosshair',
      time: { from: 'now-3h', to: 'now' },
      timezone: 'utc',
      refresh: '1m',
      links: [{ title: 'Docs' }],
      annotations: [
        { isBuiltIn: true },
        {
          name: 'Deploys',
          enabled: true,
          color: 'red',
          expr: 'changes(up[1m])',
          titleFormat: '{{job}}',
          datasource: { type: 'prometheus', uid: 'p' },
        },
      ],
      variables: [
        { name: 'ds', type: 'datasource', query: 'prometheus', current: 'p' },
        {
          name: 'job',
          type: 'query',
          query: 'label_values(up, job)',
          refresh: 'time',
          hide: 'label',
          multi: true,
          includeAll: true,
          datasource: { type: 'prometheus', uid: '${ds}' },
        },
        { name: 'text', type: 'textbox', query: 'x' },
        { name: 'on', type: 'switch', current: 'yes' },
        {
          name: 'filters',
          type: 'adhoc',
          filters: [{ key: 'a', operator: '=', value: 'b' }],
          datasource: { type: 'prometheus', uid: 'p' },
        },
      ],
    });
  });

  it('takes a resource of the first schema for one that Grafana has migrated', () => {
    const graph = { type: 'table', styles: [{ pattern: 'x', alias: 'y' }] };
    const kinds = (apiVersion: string) =>
      dashboardPanels(
        parseDashboard({
          apiVersion,
          metadata: { name: 'first' },
          spec: { title: 'First', panels: [graph] },
        }),
      )[0].fieldConfig.overrides.length;
    expect(kinds('dashboard.grafana.app/v1beta1')).toBe(0);
    expect(kinds('dashboard.grafana.app/v0alpha1')).toBe(1);
  });
});
