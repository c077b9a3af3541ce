import { JsonObject } from '@backstage/types';
import { parseDashboard } from '../parseDashboard';
import { migratePanel } from './migratePanel';

const migrate = (panel: JsonObject, schemaVersion = 36) =>
  migratePanel(panel, schemaVersion);

/** Properties of the override for one name. */
const overrideOf = (panel: JsonObject, name: string) => {
  const { overrides } = panel.fieldConfig as {
    overrides: { matcher: JsonObject; properties: JsonObject[] }[];
  };
  const found = overrides.find(({ matcher }) => matcher.options === name);
  return (
    found && {
      matcher: found.matcher.id,
      ...Object.fromEntries(
        found.properties.map(({ id, value }) => [id, value]),
      ),
    }
  );
};

describe('a graph', () => {
  const graph = {
    type: 'graph',
    lines: true,
    linewidth: 2,
    fill: 3,
    nullPointMode: 'connected',
    yaxes: [
      { format: 'bytes', min: '0', max: null, show: true, label: 'Size' },
      { format: 'percent', max: 100, show: true, logBase: 10, decimals: 1 },
    ],
    xaxis: { mode: 'time', show: false },
    aliasColors: { used: '#F00', __proto__x: 'blue' },
    seriesOverrides: [
      { alias: 'used', yaxis: 2, dashes: true, fill: 0 },
      { alias: '/^in/', transform: 'negative-Y', lines: false, stack: 'B' },
      { alias: 'bars', bars: true, points: true, pointradius: 3 },
      { alias: 'max', fillBelowTo: 'min', $$hashKey: 'object:1' },
      { yaxis: 2 },
    ],
    legend: {
      show: true,
      values: true,
      alignAsTable: true,
      rightSide: true,
      current: true,
      avg: true,
      min: false,
      sideWidth: 300,
      hideZero: true,
    },
    tooltip: { shared: true, sort: 2 },
    thresholds: [
      { value: 10, op: 'lt', line: true, fill: true, colorMode: 'warning' },
      { value: 90, op: 'gt', line: true, fill: true, colorMode: 'critical' },
    ],
    targets: [{ expr: 'up' }],
  };
  const series = migrate(graph);

  it('becomes a time series with the axis, the lines and the legend it had', () => {
    expect(series).toMatchObject({
      type: 'timeseries',
      targets: [{ expr: 'up' }],
      options: {
        legend: {
          displayMode: 'table',
          placement: 'right',
          showLegend: true,
          calcs: ['lastNotNull', 'mean'],
          width: 300,
        },
        tooltip: { mode: 'multi', sort: 'desc' },
      },
      fieldConfig: {
        defaults: {
          unit: 'bytes',
          min: 0,
          custom: {
            axisPlacement: 'auto',
            axisLabel: 'Size',
            drawStyle: 'line',
            lineWidth: 2,
            // Between two series, fills are of one strength.
            fillOpacity: 35,
            spanNulls: true,
            showPoints: 'never',
            thresholdsStyle: { mode: 'line+area' },
          },
          thresholds: {
            mode: 'absolute',
            steps: [
              { value: null, color: 'orange' },
              { value: 10, color: 'transparent' },
              { value: 90, color: 'red' },
            ],
          },
        },
      },
    });
  });

  it('keeps what it set for single series', () => {
    const { overrides } = series.fieldConfig as { overrides: JsonObject[] };
    expect(overrides[0]).toEqual({
      matcher: { id: 'byName', options: 'used' },
      properties: [
        { id: 'color', value: { mode: 'fixed', fixedColor: '#F00' } },
      ],
    });
    expect(overrides[2].properties).toEqual([
      { id: 'unit', value: 'percent' },
      { id: 'decimals', value: 1 },
      { id: 'max', value: 100 },
      { id: 'custom.axisPlacement', value: 'right' },
      { id: 'custom.scaleDistribution', value: { type: 'log', log: 10 } },
      { id: 'custom.fillOpacity', value: 0 },
      { id: 'custom.lineStyle', value: { fill: 'dash', dash: [10, 10] } },
    ]);
    expect(overrideOf(series, '/^in/')).toEqual({
      matcher: 'byRegexp',
      'custom.transform': 'negative-Y',
      'custom.lineWidth': 0,
      'custom.stacking': { mode: 'normal', group: 'B' },
    });
    expect(overrideOf(series, 'bars')).toEqual({
      matcher: 'byName',
      'custom.drawStyle': 'bars',
      'custom.fillOpacity': 100,
      'custom.showPoints': 'always',
      'custom.pointSize': 8,
    });
    expect(overrideOf(series, 'max')).toMatchObject({
      'custom.fillBelowTo': 'min',
    });
    expect(overrideOf(series, 'time')).toEqual({
      matcher: 'byType',
      'custom.axisPlacement': 'hidden',
    });
  });

  it.each([
    [
      { stack: true, percentage: true },
      { stacking: { mode: 'percent', group: 'A' } },
    ],
    [{ stack: true }, { stacking: { mode: 'normal', group: 'A' } }],
    [
      { bars: true, fill: 1 },
      { drawStyle: 'bars', fillOpacity: 100 },
    ],
    [{ lines: false }, { drawStyle: 'points' }],
    [
      { points: true, pointradius: 2 },
      { showPoints: 'always', pointSize: 6 },
    ],
    [{ steppedLine: true }, { lineInterpolation: 'stepAfter' }],
    [
      { dashes: true, dashLength: 4 },
      { lineStyle: { fill: 'dash', dash: [4, 10] } },
    ],
    [{ fillGradient: 5 }, { gradientMode: 'opacity', fillOpacity: 50 }],
    [{ nullPointMode: 'null' }, { spanNulls: false }],
  ])('draws %j as %j', (more, custom) => {
    expect(migrate({ ...graph, seriesOverrides: [], ...more })).toMatchObject({
      fieldConfig: { defaults: { custom } },
    });
  });

  it('with one bar for each series becomes a bar gauge or a bar chart', () => {
    const xaxis = { mode: 'series', values: ['current'] };
    expect(migrate({ ...graph, xaxis })).toMatchObject({
      type: 'bargauge',
      options: { reduceOptions: { calcs: ['lastNotNull'] } },
      fieldConfig: { defaults: { color: { mode: 'palette-classic' } } },
    });
    expect(migrate({ ...graph, xaxis, legend: {} })).toMatchObject({
      type: 'barchart',
      transformations: [
        { id: 'reduce', options: { reducers: ['lastNotNull'] } },
        { id: 'transpose' },
      ],
    });
  });

  it('of frequencies becomes a histogram', () => {
    expect(
      migrate({ ...graph, xaxis: { mode: 'histogram' }, stack: true }),
    ).toMatchObject({
      type: 'histogram',
      options: { combine: false },
      fieldConfig: {
        defaults: { custom: { stacking: { mode: 'normal', group: 'A' } } },
      },
    });
  });

  it('of before Grafana 2.5 has its formats elsewhere', () => {
    expect(
      migrate({
        type: 'graph',
        y_formats: ['ms', 'short'],
        grid: { leftMin: 1, leftLogBase: 2 },
      }),
    ).toMatchObject({
      fieldConfig: {
        defaults: {
          unit: 'ms',
          min: 1,
          custom: { scaleDistribution: { type: 'log', log: 2 } },
        },
      },
    });
  });
});

describe('a singlestat', () => {
  const singlestat = {
    type: 'singlestat',
    format: 'percent',
    valueName: 'current',
    decimals: 1,
    nullText: 'none',
    thresholds: '50,80',
    colors: ['green', 'orange', 'red'],
    colorValue: true,
    sparkline: { show: true },
    mappingType: 1,
    valueMaps: [
      { value: 'null', op: '=', text: 'N/A' },
      { value: '1', op: '=', text: '90' },
    ],
    rangeMaps: [{ from: '1', to: '2', text: 'low' }],
    tableColumn: 'Value',
  };

  it('becomes a stat', () => {
    expect(migrate(singlestat)).toMatchObject({
      type: 'stat',
      options: {
        reduceOptions: { calcs: ['lastNotNull'], fields: '/^Value$/' },
        graphMode: 'area',
        colorMode: 'value',
        orientation: 'horizontal',
      },
      fieldConfig: {
        defaults: {
          unit: 'percent',
          decimals: 1,
          noValue: 'none',
          // Percentages went from 0 to 100 then.
          min: 0,
          max: 100,
          thresholds: {
            mode: 'absolute',
            steps: [
              { value: null, color: 'green' },
              { value: 50, color: 'orange' },
              { value: 80, color: 'red' },
            ],
          },
          mappings: [
            {
              type: 'special',
              options: { match: 'null', result: { text: 'N/A' } },
            },
            // A text that is a number has the colour of that number.
            { type: 'value', options: { 1: { text: '90', color: 'red' } } },
          ],
        },
      },
    });
  });

  it('becomes a gauge when it showed one', () => {
    expect(
      migrate({
        ...singlestat,
        gauge: { show: true, minValue: 0, maxValue: 5, thresholdMarkers: true },
      }),
    ).toMatchObject({
      type: 'gauge',
      options: { showThresholdMarkers: true },
      fieldConfig: { defaults: { min: 0, max: 5 } },
    });
  });

  it.each([
    [{ valueName: 'avg' }, { reduceOptions: { calcs: ['mean'] } }],
    [{ valueName: 'total' }, { reduceOptions: { calcs: ['sum'] } }],
    [{ valueName: 'delta' }, { reduceOptions: { calcs: ['delta'] } }],
    [{ valueName: '__proto__' }, { reduceOptions: { calcs: ['mean'] } }],
    [{ valueName: 'name' }, { textMode: 'name' }],
    [{ colorBackground: true }, { colorMode: 'background' }],
    [{ colorValue: false }, { colorMode: 'none' }],
    [{ sparkline: {} }, { graphMode: 'none' }],
  ])('with %j has %j', (more, options) => {
    expect(migrate({ ...singlestat, ...more })).toMatchObject({ options });
  });

  it('maps ranges when it says so', () => {
    expect(migrate({ ...singlestat, mappingType: 2 })).toMatchObject({
      fieldConfig: {
        defaults: {
          mappings: [
            {
              type: 'range',
              options: { from: 1, to: 2, result: { text: 'low' } },
            },
          ],
        },
      },
    });
  });
});

describe('a table', () => {
  const old = {
    type: 'table',
    transform: 'timeseries_aggregations',
    columns: [{ text: 'Avg', value: 'avg' }],
    styles: [
      { pattern: '/.*/', unit: 'short', decimals: 2, colorMode: 'cell' },
      {
        pattern: 'Time',
        type: 'date',
        dateFormat: 'YYYY-MM-DD',
        alias: 'When',
        link: true,
        linkUrl: 'https://example.com',
      },
      {
        pattern: '/^In/',
        colorMode: 'value',
        thresholds: ['1', '2.5'],
        colors: ['green', 'orange', 'red'],
      },
      { pattern: 'job', type: 'hidden' },
    ],
  };

  it('of before Grafana 7 becomes one of fields', () => {
    const table = migrate(old, 20);
    expect(table).toMatchObject({
      type: 'table',
      transformations: [
        {
          id: 'reduce',
          options: { reducers: ['mean'], includeTimeField: false },
        },
      ],
      fieldConfig: {
        defaults: {
          unit: 'short',
          decimals: 2,
          custom: { cellOptions: { type: 'color-background' } },
        },
      },
    });
    expect(overrideOf(table, 'Time')).toEqual({
      matcher: 'byName',
      displayName: 'When',
      unit: 'time: YYYY-MM-DD',
      links: [{ title: '', url: 'https://example.com', targetBlank: false }],
    });
    expect(overrideOf(table, '/^In/')).toMatchObject({
      matcher: 'byRegexp',
      'custom.cellOptions': { type: 'color-text' },
      thresholds: {
        steps: [
          { value: null, color: 'green' },
          { value: 1, color: 'orange' },
          { value: 2, color: 'red' },
        ],
      },
    });
    expect(overrideOf(table, 'job')).toEqual({
      matcher: 'byName',
      'custom.hideFrom.viz': true,
    });
  });

  it.each([
    ['timeseries_to_rows', 'seriesToRows'],
    ['timeseries_to_columns', 'seriesToColumns'],
    ['table', 'merge'],
  ])('transforms by %s with %s', (transform, id) => {
    expect(migrate({ ...old, type: 'table-old', transform })).toMatchObject({
      transformations: [{ id }],
    });
  });

  it('of after it keeps its styles to itself', () => {
    expect(migrate(old, 24)).toMatchObject({
      fieldConfig: { defaults: {}, overrides: [] },
    });
  });

  it.each([
    ['lcd-gauge', { type: 'gauge', mode: 'lcd' }],
    ['basic', { type: 'gauge', mode: 'basic' }],
    ['color-background-solid', { type: 'color-background', mode: 'basic' }],
    ['color-text', { type: 'color-text' }],
  ])('with cells of %s has %j', (displayMode, cellOptions) => {
    const table = migrate({
      type: 'table',
      fieldConfig: {
        defaults: { custom: { displayMode } },
        overrides: [
          {
            matcher: { id: 'byName', options: 'x' },
            properties: [{ id: 'custom.displayMode', value: displayMode }],
          },
        ],
      },
    });
    expect(table).toMatchObject({
      fieldConfig: { defaults: { custom: { cellOptions } } },
    });
    expect(overrideOf(table, 'x')).toMatchObject({
      'custom.cellOptions': cellOptions,
    });
  });

  it.each([
    [{ show: true, reducer: ['sum'] }, { footer: { reducers: ['sum'] } }],
    [
      { show: true, reducer: ['count'], countRows: true },
      { footer: { reducers: ['countAll'] } },
    ],
  ])('with the footer %j has %j', (footer, custom) => {
    expect(
      migrate({ type: 'table', options: { footer, showHeader: true } }),
    ).toMatchObject({
      options: { showHeader: true },
      fieldConfig: { defaults: { custom } },
    });
  });

  it('with a footer for some columns has it there', () => {
    const footer = { show: true, reducer: ['sum'], fields: ['x'] };
    expect(
      overrideOf(migrate({ type: 'table', options: { footer } }), 'x'),
    ).toMatchObject({ 'custom.footer.reducers': ['sum'] });
  });
});

describe('other panels', () => {
  it('of pies become pie charts', () => {
    expect(
      migrate({
        type: 'grafana-piechart-panel',
        pieType: 'donut',
        format: 'bytes',
        valueName: 'current',
        legendType: 'On graph',
        legend: { show: true, values: true, percentage: true },
        aliasColors: { a: 'red' },
      }),
    ).toMatchObject({
      type: 'piechart',
      options: {
        pieType: 'donut',
        reduceOptions: { calcs: ['lastNotNull'] },
        legend: { showLegend: false, values: ['value', 'percent'] },
        displayLabels: ['name', 'value', 'percent'],
      },
      fieldConfig: { defaults: { unit: 'bytes', decimals: 0 } },
    });
  });

  it('of heat calculate as they did, or take buckets', () => {
    const heatmap = {
      type: 'heatmap',
      dataFormat: 'tsbuckets',
      color: {
        mode: 'spectrum',
        colorScheme: 'interpolateRdYlGn',
        min: 9,
        max: 1,
      },
      yAxis: { format: 's', decimals: 1, show: true },
      hideZeroBuckets: true,
      yBucketBound: 'upper',
      tooltip: { show: true, showHistogram: true },
    };
    expect(migrate(heatmap)).toMatchObject({
      options: {
        calculate: false,
        color: {
          mode: 'scheme',
          scheme: 'RdYlGn',
          min: 1,
          max: 9,
          reverse: true,
        },
        yAxis: { unit: 's', decimals: 1 },
        rowsFrame: { layout: 'ge' },
        filterValues: { le: 1e-9 },
        tooltip: { mode: 'single', yHistogram: true },
      },
    });
    expect(
      migrate({
        ...heatmap,
        dataFormat: 'timeseries',
        xBucketNumber: 20,
        yBucketSize: 5,
      }),
    ).toMatchObject({
      options: {
        calculate: true,
        calculation: {
          xBuckets: { mode: 'count', value: '20' },
          yBuckets: { mode: 'size', value: '5' },
        },
      },
    });
  });

  it('of text keep their content', () => {
    expect(
      migrate({ type: 'text', mode: 'html', content: '<b>hi</b>' }),
    ).toMatchObject({ options: { mode: 'html', content: '<b>hi</b>' } });
    expect(
      migrate({
        type: 'text2',
        options: { mode: 'markdown', content: 'hi' },
      }),
    ).toMatchObject({ type: 'text', options: { content: 'hi' } });
  });

  it('of states become a state timeline', () => {
    expect(
      migrate({
        type: 'natel-discrete-panel',
        colorMaps: [{ text: 'up', color: 'green' }],
        valueMaps: [{ value: '1', text: 'up' }],
        rangeMaps: [{ from: '2', to: '3', text: 'up' }],
      }),
    ).toMatchObject({
      type: 'state-timeline',
      fieldConfig: {
        defaults: {
          mappings: [
            {
              type: 'value',
              options: {
                1: { text: 'up', color: 'green' },
                up: { color: 'green' },
              },
            },
            {
              type: 'range',
              options: {
                from: 2,
                to: 3,
                result: { text: 'up', color: 'green' },
              },
            },
          ],
        },
      },
    });
  });

  it('of Grafana 6 have their figures in fieldOptions, or in valueOptions', () => {
    const thresholds = [
      { value: 70, color: 'red' },
      { value: null, color: 'green' },
    ];
    const steps = [
      { value: null, color: 'green' },
      { value: 70, color: 'red' },
    ];
    expect(
      migrate({
        type: 'gauge',
        pluginVersion: '6.5.0',
        options: {
          fieldOptions: {
            calcs: ['max'],
            defaults: {
              title: '$__series_name',
              unit: 'bytes',
              color: 'blue',
            },
            thresholds,
            mappings: [{ type: 2, from: '1', to: '2', text: 'x' }],
          },
        },
      }),
    ).toMatchObject({
      options: { reduceOptions: { calcs: ['max'] } },
      fieldConfig: {
        defaults: {
          displayName: '${__series.name}',
          unit: 'bytes',
          color: { mode: 'fixed', fixedColor: 'blue' },
          thresholds: { mode: 'absolute', steps },
          mappings: [{ type: 'range' }],
        },
      },
    });
    expect(
      migrate({
        type: 'gauge',
        options: {
          valueOptions: { unit: 'percent', stat: 'avg', decimals: 1 },
          minValue: 10,
          thresholds,
        },
      }),
    ).toMatchObject({
      options: { reduceOptions: { calcs: ['mean'] } },
      fieldConfig: {
        defaults: {
          unit: 'percent',
          decimals: 1,
          min: 10,
          max: 100,
          thresholds: { steps },
        },
      },
    });
  });

  it('with labels made to fields merged them too', () => {
    const transformations = [{ id: 'labelsToFields', options: {} }];
    const ids = (version: number) =>
      (
        migrate({ type: 'table', transformations }, version)
          .transformations as JsonObject[]
      ).map(({ id }) => id);
    expect(ids(30)).toEqual(['labelsToFields', 'merge']);
    expect(ids(31)).toEqual(['labelsToFields']);
  });

  it.each([
    [4, 6],
    [6, 4],
    [5, 4],
    [24, 1],
    [1, undefined],
  ])(
    'not narrower than %i columns lie %s beside each other',
    (minSpan, most) => {
      expect(migrate({ type: 'stat', minSpan }).maxPerRow).toBe(most);
    },
  );

  it('leaves the JSON as it is', () => {
    const json = {
      type: 'graph',
      thresholds: [{ value: 2 }, { value: 1 }],
      seriesOverrides: [{ alias: 'a', fill: 1 }],
    };
    const before = JSON.stringify(json);
    parseDashboard({ panels: [json] });
    expect(JSON.stringify(json)).toBe(before);
  });
});
