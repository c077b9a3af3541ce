import { JsonObject } from '@backstage/types';
import { dashboardPanels } from '../dashboardPanels';
import { parseDashboard } from '../parseDashboard';

const placesOf = (rows: JsonObject[]) =>
  parseDashboard({ rows }).sections.map(({ title, repeat, panels }) => [
    title,
    repeat,
    panels.map(({ title: name, gridPos: { x, y, w, h } }) => [
      name,
      x,
      y,
      w,
      h,
    ]),
  ]);

describe('rows of before Grafana 5', () => {
  it('are none when nobody saw them', () => {
    expect(
      placesOf([
        {
          panels: [
            { title: 'a', span: 6 },
            { title: 'b', span: 6 },
          ],
        },
        { height: '100px', panels: [{ title: 'c', span: 12 }] },
      ]),
    ).toEqual([
      [
        undefined,
        undefined,
        [
          ['a', 0, 0, 12, 7],
          ['b', 12, 0, 12, 7],
          ['c', 0, 7, 24, 3],
        ],
      ],
    ]);
  });

  it('keep their titles and repeats', () => {
    expect(
      placesOf([
        { title: 'Seen', showTitle: true, panels: [{ title: 'a' }] },
        { title: 'Each', repeat: 'job', panels: [{ title: 'b' }] },
        { title: 'Each', repeatIteration: 7, panels: [{ title: 'copy' }] },
      ]),
    ).toEqual([
      ['Seen', undefined, [['a', 0, 0, 8, 7]]],
      ['Each', 'job', [['b', 0, 0, 8, 7]]],
    ]);
  });

  it('wrap what no longer fits, and stack what is lower than they are', () => {
    expect(
      placesOf([
        {
          height: 300,
          panels: [
            { title: 'a', span: 6 },
            { title: 'b', span: 6, height: 150 },
            { title: 'c', span: 6, height: 150 },
            { title: 'd', span: 8 },
          ],
        },
      ]),
    ).toEqual([
      [
        undefined,
        undefined,
        [
          ['a', 0, 0, 12, 8],
          ['b', 12, 0, 12, 4],
          ['c', 12, 4, 12, 4],
          ['d', 0, 8, 16, 8],
        ],
      ],
    ]);
  });

  it('are left alone when the dashboard is younger and has panels', () => {
    const { sections } = parseDashboard({
      schemaVersion: 36,
      rows: [{ panels: [{ title: 'old' }] }],
      panels: [{ title: 'new' }],
    });
    expect(sections.flatMap(one => one.panels.map(p => p.title))).toEqual([
      'new',
    ]);
  });
});

describe('the grid', () => {
  it('closes holes and pushes down what overlaps', () => {
    const at = (title: string, x: number, y: number, w = 12, h = 4) => ({
      title,
      type: 'stat',
      gridPos: { x, y, w, h },
    });
    const { sections } = parseDashboard({
      panels: [at('a', 0, 5), at('b', 6, 6), at('c', 12, 90), at('d', 20, 90)],
    });
    expect(
      sections[0].panels.map(({ title, gridPos: { x, y } }) => [title, x, y]),
    ).toEqual([
      ['a', 0, 0],
      ['b', 6, 4],
      ['c', 12, 8],
      // Twelve columns wide, it cannot begin at the twentieth.
      ['d', 12, 12],
    ]);
  });

  it('knows what is below a collapsed row without being in it', () => {
    const { sections } = parseDashboard({
      schemaVersion: 42,
      panels: [
        {
          id: 1,
          type: 'row',
          collapsed: true,
          title: 'Closed',
          panels: [{ id: 2, type: 'stat' }],
          gridPos: { y: 0 },
        },
        { id: 3, type: 'stat', gridPos: { y: 1 } },
        { id: 4, type: 'row', title: 'Open', gridPos: { y: 5 } },
        { id: 5, type: 'stat', gridPos: { y: 6 } },
      ],
    });
    expect(
      sections.map(({ id, title, panels }) => [
        id,
        title,
        panels.map(panel => panel.id),
      ]),
    ).toEqual([
      ['row-1', 'Closed', [2]],
      ['after-row-1', undefined, [3]],
      ['row-4', 'Open', [5]],
    ]);
  });

  it('forgets the copies that were saved', () => {
    const panels = [
      { id: 1, type: 'stat', repeat: 'job' },
      { id: 2, type: 'stat', repeat: null, repeatPanelId: 1 },
      { id: 3, type: 'stat', repeatPanelId: 99 },
    ];
    const ids = (schemaVersion: number) =>
      dashboardPanels(parseDashboard({ schemaVersion, panels })).map(
        ({ id }) => id,
      );
    expect(ids(26)).toEqual([1]);
    expect(ids(40)).toEqual([1, 3]);
  });
});

describe('the sources of panels', () => {
  const kindsOf = (dashboard: JsonObject) =>
    dashboardPanels(parseDashboard(dashboard)).map(
      ({ kind, unsupported, unsupportedDetail }) =>
        unsupported ? [unsupported, unsupportedDetail] : kind,
    );
  const stat = (more: object) => ({ type: 'stat', ...more });
  const target = { refId: 'A', expr: 'up' };

  it.each([
    [undefined, 'stat'],
    [null, 'stat'],
    ['Prometheus', 'stat'],
    ['$source', 'stat'],
    ['${DS_PROM}', 'stat'],
    ['${logs}', ['datasource', 'loki']],
    ['[[logs]]', ['datasource', 'loki']],
    ['${DS_LOGS}', ['datasource', 'elasticsearch']],
    [{ type: 'prometheus', uid: 'x' }, 'stat'],
    [{ type: 'mysql', uid: 'x' }, ['datasource', 'mysql']],
    [{ uid: '$logs' }, ['datasource', 'loki']],
    ['-- Grafana --', ['datasource', 'grafana']],
    [{ type: 'datasource', uid: 'grafana' }, ['datasource', 'grafana']],
    ['__proto__', 'stat'],
  ])('of %j makes it %j', (datasource, expected) => {
    expect(
      kindsOf({
        __inputs: [
          { name: 'DS_PROM', type: 'datasource', pluginId: 'prometheus' },
          { name: 'DS_LOGS', type: 'datasource', pluginId: 'elasticsearch' },
        ],
        templating: {
          list: [
            { name: 'source', type: 'datasource', query: 'prometheus' },
            { name: 'logs', type: 'datasource', query: 'loki' },
          ],
        },
        panels: [stat({ datasource, targets: [target] } as JsonObject)],
      }),
    ).toEqual([expected]);
  });

  it('may be mixed, hidden or calculated', () => {
    const mixed = { type: 'datasource', uid: '-- Mixed --' };
    const loki = { ...target, datasource: { type: 'loki', uid: 'l' } };
    const math = (type: string) => ({
      refId: 'B',
      datasource: { type: '__expr__', uid: '__expr__' },
      type,
      expression: '$A * 2',
    });
    expect(
      kindsOf({
        panels: [
          stat({ datasource: mixed, targets: [target, math('math')] }),
          stat({ datasource: mixed, targets: [target, math('sql')] }),
          stat({ datasource: mixed, targets: [target, loki] }),
          stat({
            datasource: mixed,
            targets: [target, { ...loki, hide: true }],
          }),
          // The panel's source is that of all its queries.
          stat({
            datasource: { type: 'prometheus', uid: 'p' },
            targets: [loki],
          }),
        ],
      }),
    ).toEqual([
      'stat',
      ['expression', 'sql'],
      ['datasource', 'loki'],
      'stat',
      'stat',
    ]);
  });

  it('may be other panels, unless those go round in a circle or are not drawn', () => {
    const from = (id: number, panelId: number) => ({
      id,
      type: 'stat',
      datasource: { uid: '-- Dashboard --' },
      targets: [{ refId: 'A', panelId, withTransforms: true }],
    });
    const dashboard = {
      panels: [
        { id: 1, type: 'timeseries', targets: [target] },
        from(2, 1),
        from(3, 2),
        from(4, 5),
        from(5, 4),
        from(6, 6),
        from(7, 99),
        { id: 8, type: 'canvas' },
        from(9, 8),
        from(10, 4),
      ],
    };
    expect(kindsOf(dashboard)).toEqual([
      'timeseries',
      'stat',
      'stat',
      ['datasource', 'panel 5'],
      ['datasource', 'panel 4'],
      ['datasource', 'panel 6'],
      ['datasource', 'panel 99'],
      ['type', 'canvas'],
      ['datasource', 'panel 8'],
      ['datasource', 'panel 4'],
    ]);
    expect(
      dashboardPanels(parseDashboard(dashboard))[1].targets[0].source,
    ).toEqual({ panelId: 1, withTransformations: true });
  });

  it('may stand in the library', () => {
    const libraryPanel = { uid: 'l1', name: 'Shared' };
    const model = { type: 'stat', title: 'In the library', targets: [target] };
    const gridPos = { x: 0, y: 0, w: 6, h: 4 };
    const panels = [{ id: 1, gridPos, libraryPanel }];
    expect(kindsOf({ panels })).toEqual([['library-panel', 'Shared']]);
    const [panel] = dashboardPanels(
      parseDashboard({ panels, __elements: { l1: { model } } }),
    );
    expect(panel).toMatchObject({
      id: 1,
      kind: 'stat',
      title: 'In the library',
      gridPos,
      libraryPanel,
    });
  });
});

describe('the rest of a dashboard', () => {
  it('has links and annotations', () => {
    const { links, annotations } = parseDashboard({
      links: [
        { title: 'Docs', url: 'https://x', type: 'link', targetBlank: true },
        { title: 'More', type: 'dashboards', tags: ['k8s'], asDropdown: true },
        { title: 'Nowhere', type: 'link' },
      ],
      annotations: {
        list: [
          {
            name: 'Deploys',
            enable: true,
            iconColor: 'blue',
            datasource: '$ds',
            expr: 'changes(up[1m])',
            step: '30s',
            titleFormat: '{{job}}',
            useValueForTime: 'on',
          },
          {
            name: 'Ours',
            datasource: { uid: '-- Grafana --' },
            target: { type: 'tags', tags: ['a'], matchAny: true, limit: 5 },
            filter: { exclude: true, ids: [3] },
          },
        ],
      },
    });
    expect(links).toMatchObject([
      { title: 'Docs', url: 'https://x', type: 'link', targetBlank: true },
      { title: 'More', type: 'dashboards', tags: ['k8s'], asDropdown: true },
    ]);
    expect(annotations).toMatchObject([
      { isBuiltIn: true, enabled: true },
      {
        name: 'Deploys',
        enabled: true,
        expr: 'changes(up[1m])',
        step: '30s',
        titleFormat: '{{job}}',
        useValueForTime: true,
        color: 'blue',
      },
      {
        name: 'Ours',
        enabled: false,
        tags: ['a'],
        matchAny: true,
        limit: 5,
        filter: { exclude: true, panelIds: [3] },
      },
    ]);
  });

  it('reads the links of old panels', () => {
    const [panel] = dashboardPanels(
      parseDashboard({
        panels: [
          {
            type: 'stat',
            links: [
              { dashUri: 'db/other', includeVars: true, keepTime: true },
              { type: 'absolute', url: 'https://x', params: 'a=1' },
            ],
          },
        ],
      }),
    );
    expect(panel.links).toMatchObject([
      { url: 'dashboard/db/other', includeVars: true, keepTime: true },
      { url: 'https://x?a=1' },
    ]);
  });

  it.each([
    [{ graphTooltip: 1 }, 'crosshair'],
    [{ graphTooltip: 2 }, 'tooltip'],
    [{ sharedCrosshair: true }, 'crosshair'],
    [{}, 'off'],
    [{ graphTooltip: 99 }, 'off'],
  ])('shares the pointer: %j is %s', (json, cursorSync) => {
    expect(parseDashboard(json).cursorSync).toBe(cursorSync);
  });

  it.each([
    [true, undefined],
    [false, undefined],
    ['', undefined],
    ['30s', '30s'],
  ])('refreshes for %j every %s', (refresh, expected) => {
    expect(parseDashboard({ refresh }).refresh).toBe(expected);
  });

  it.each<[JsonObject, number, object]>([
    [{ refresh: true, query: 'x' }, 10, { type: 'query', refresh: 'load' }],
    [{ type: 'filter' }, 5, { type: 'query' }],
    [{ type: 'query', refresh: 2 }, 42, { refresh: 'time' }],
    [{ type: 'query', refresh: 0 }, 42, { refresh: 'never' }],
    [{ type: 'query', hideVariable: true }, 10, { hide: 'variable' }],
    [{ type: 'query', hideLabel: true }, 10, { hide: 'label' }],
    [
      { type: 'query', includeAll: true, current: { text: 'All', value: '' } },
      10,
      { current: ['$__all'] },
    ],
    [
      { type: 'custom', query: 'a,b', multi: true, current: { value: 'a' } },
      10,
      { current: ['a'] },
    ],
    [
      { type: 'custom', query: 'a,b', current: { value: ['a', 'b'] } },
      10,
      { current: 'a' },
    ],
    [{ type: 'constant', query: 'x' }, 20, { type: 'textbox', current: 'x' }],
    [
      { type: 'constant', query: 'x', hide: 2 },
      20,
      { type: 'constant', current: 'x' },
    ],
    [
      { type: 'constant', query: '${VAR_X}' },
      42,
      { type: 'constant', current: 'filled' },
    ],
  ])('reads the variable %j of version %i', (json, schemaVersion, expected) => {
    const { variables } = parseDashboard({
      schemaVersion,
      __inputs: [{ name: 'VAR_X', type: 'constant', value: 'filled' }],
      templating: { list: [{ name: 'v', ...json }] },
    });
    expect(variables).toMatchObject([expected]);
  });
});
