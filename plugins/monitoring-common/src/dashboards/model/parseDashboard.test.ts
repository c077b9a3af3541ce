import fc from 'fast-check';
import dashboard from '../__fixtures__/dashboard.json';
import legacy from '../__fixtures__/legacy.json';
import { dashboardPanels } from './dashboardPanels';
import { parseDashboard } from './parseDashboard';
import { readGraphStyle } from './readGraphStyle';
import {
  readLegendOptions,
  readStatOptions,
  readTextOptions,
  readTooltipOptions,
} from './readPanelOptions';

const model = parseDashboard(dashboard);
const panel = (title: string) =>
  dashboardPanels(model).find(one => one.title === title)!;

describe('parseDashboard', () => {
  it('reads what the page needs of the dashboard', () => {
    expect(model).toMatchObject({
      uid: 'sl-ingestor-uploads',
      title: 'Upload Overview',
      tags: ['sightline'],
      time: { from: 'now-3h', to: 'now' },
      refresh: '30s',
    });
  });

  it('reads the dashboard inside an answer of Grafana', () => {
    expect(parseDashboard({ dashboard, meta: {} })).toEqual(model);
  });

  it('puts panels into the row above them, in the order of the page', () => {
    expect(
      model.sections.map(({ title, collapsed, repeat, panels }) => [
        title,
        collapsed,
        repeat,
        panels.map(one => one.title),
      ]),
    ).toEqual([
      [undefined, false, undefined, ['Upload rate']],
      [
        'Storage',
        false,
        undefined,
        ['Pool', 'Free', 'Joined', 'Logs', 'Shared', 'Last week'],
      ],
      ['Details', true, 'job', ['Note']],
    ]);
  });

  it('gives every panel its own id', () => {
    const ids = dashboardPanels(model).map(one => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(panel('Free').id).toBe(3);
    expect(panel('Note').id).toBeGreaterThan(11);
  });

  it.each([0, -1, 0.5, 2 ** 53, 'x', null])(
    'gives a panel with the id %j another one',
    id => {
      const panels = [{ id, type: 'stat' }, { id: 7 }, { id: 7 }];
      const ids = dashboardPanels(parseDashboard({ panels })).map(
        one => one.id,
      );
      expect(ids).toEqual([8, 7, 9]);
    },
  );

  it.each([
    ['Upload rate', 'timeseries', undefined],
    ['Free', 'stat', undefined],
    ['Note', 'text', undefined],
    ['Pool', 'piechart', undefined],
    ['Joined', 'timeseries', undefined],
    ['Logs', 'unsupported', 'datasource'],
    ['Shared', 'unsupported', 'library-panel'],
    ['Last week', 'timeseries', undefined],
  ])('takes the panel %s as %s', (title, kind, unsupported) => {
    expect(panel(title)).toMatchObject({ kind });
    expect(panel(title).unsupported).toBe(unsupported);
  });

  it('reads the targets of a panel', () => {
    expect(panel('Upload rate').targets).toEqual([
      {
        refId: 'A',
        expr: 'sum(rate(uploads_total{job=~"$job"}[$__rate_interval]))',
        legendFormat: 'all',
        instant: false,
        range: true,
        format: 'time_series',
        interval: undefined,
        intervalFactor: 1,
        hide: false,
        datasource: undefined,
      },
      expect.objectContaining({
        refId: 'B',
        instant: true,
        range: false,
        hide: true,
        intervalFactor: 2,
      }),
    ]);
  });

  it('reads variables of all forms', () => {
    expect(model.variables).toMatchObject([
      { name: 'datasource', type: 'datasource', hide: 'variable', current: '' },
      {
        name: 'job',
        label: 'Job',
        query: 'label_values(up, job)',
        current: ['ingestor'],
        multi: true,
        includeAll: true,
        allValue: '.+',
        hide: 'none',
      },
      {
        name: 'quantile',
        current: '0.99',
        options: [
          { text: 'p50', value: '0.5' },
          { text: 'p99', value: '0.99' },
        ],
      },
    ]);
  });

  it('places the panels of old rows side by side', () => {
    const { sections } = parseDashboard(legacy);
    expect(
      sections.map(({ title, panels }) => [
        title,
        panels.map(({ type, gridPos: { x, w } }) => [type, x, w]),
      ]),
    ).toEqual([
      [
        'First',
        [
          ['graph', 0, 12],
          ['singlestat', 12, 6],
          ['text', 0, 12],
        ],
      ],
      ['Second', []],
    ]);
  });

  it.each([undefined, null, 1, 'x', [], {}, { panels: 'x', rows: {} }])(
    'makes an empty dashboard of %j',
    json => {
      expect(parseDashboard(json)).toMatchObject({
        title: 'Untitled dashboard',
        sections: [],
      });
    },
  );

  it('never throws, whatever the JSON holds', () => {
    const anything = fc.anything();
    fc.assert(
      fc.property(
        fc.record({
          templating: fc.oneof(
            anything,
            fc.record({ list: fc.array(anything) }),
          ),
          rows: anything,
          panels: fc.array(
            fc.oneof(
              anything,
              fc.record({
                id: anything,
                type: fc.constantFrom('timeseries', 'stat', 'row', 'x'),
                targets: fc.array(anything),
                fieldConfig: anything,
                gridPos: anything,
                panels: anything,
                datasource: anything,
                options: anything,
              }),
            ),
          ),
        }),
        json => {
          for (const one of dashboardPanels(parseDashboard(json))) {
            readGraphStyle(one.fieldConfig.defaults.custom);
            readStatOptions(one.options);
            readLegendOptions(one.options);
            expect(Number.isInteger(one.id)).toBe(true);
          }
        },
      ),
    );
  });
});

describe('the options of panels', () => {
  it('are read from the JSON', () => {
    const { options, fieldConfig } = panel('Upload rate');
    expect(readLegendOptions(options)).toEqual({
      displayMode: 'table',
      placement: 'bottom',
      calculations: ['mean', 'max', 'lastNotNull'],
      sortBy: undefined,
      sortDescending: false,
    });
    expect(readTooltipOptions(options)).toMatchObject({
      mode: 'multi',
      sort: 'desc',
    });
    expect(readGraphStyle(fieldConfig.defaults.custom)).toMatchObject({
      lineWidth: 2,
      stacking: { mode: 'normal', group: 'A' },
      thresholdsStyle: 'dashed',
    });
    expect(readStatOptions(panel('Free').options)).toMatchObject({
      calculations: ['mean'],
      allValues: false,
      graphMode: 'none',
      colorMode: 'value',
    });
    expect(readTextOptions(panel('Note').options)).toMatchObject({
      mode: 'markdown',
      content: '# Hello',
    });
  });

  it('are those of Grafana when the JSON has none', () => {
    expect(readGraphStyle({})).toMatchObject({
      drawStyle: 'line',
      lineWidth: 1,
      fillOpacity: 0,
      showPoints: 'auto',
      spanNulls: false,
      stacking: { mode: 'none' },
      thresholdsStyle: 'off',
    });
    expect(readStatOptions({})).toMatchObject({
      calculations: ['lastNotNull'],
      graphMode: 'area',
    });
    expect(readLegendOptions({}).displayMode).toBe('list');
  });
});
