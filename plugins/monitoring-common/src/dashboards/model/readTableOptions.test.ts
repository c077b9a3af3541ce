import { dashboardPanels, parseDashboard } from './parseDashboard';
import { readBarGaugeOptions, readGaugeOptions } from './readGaugeOptions';
import { readHeatmapOptions } from './readHeatmapOptions';
import { readTableCellStyle, readTableOptions } from './readTableOptions';

function panelOf(json: object) {
  return dashboardPanels(parseDashboard({ panels: [json] }))[0];
}

describe('panels of tables, gauges and heatmaps', () => {
  it.each(['table', 'gauge', 'bargauge', 'heatmap'])('knows %s', type => {
    expect(panelOf({ type, targets: [{ expr: 'up' }] }).kind).toBe(type);
  });

  it('keeps the transformations of a table that it can do', () => {
    const transformations = [
      { id: 'merge', options: {} },
      { id: 'limit', options: { limitField: 3 }, disabled: true },
      { id: 'organize', options: { renameByName: { Value: 'Lag' } } },
    ];
    expect(panelOf({ type: 'table', transformations })).toMatchObject({
      kind: 'table',
      transformations: [
        { id: 'merge', options: {} },
        { id: 'organize', options: { renameByName: { Value: 'Lag' } } },
      ],
    });
  });

  it.each([
    [
      'table',
      { transformations: [{ id: 'extractFields' }] },
      'transformations',
    ],
    [
      'table',
      {
        transformations: [{ id: 'reduce', options: { mode: 'reduceFields' } }],
      },
      'transformations',
    ],
    ['stat', { transformations: [{ id: 'merge' }] }, 'transformations'],
    ['heatmap', { options: { calculate: true } }, 'calculation'],
  ])('does not pretend to draw %s with %j', (type, json, unsupported) => {
    expect(panelOf({ type, ...json })).toMatchObject({
      kind: 'unsupported',
      unsupported,
    });
  });
});

describe('readTableCellStyle', () => {
  it.each([
    [{}, 'auto'],
    [{ cellOptions: { type: 'color-text' } }, 'color-text'],
    [
      { cellOptions: { type: 'color-background', mode: 'basic' } },
      'color-background',
    ],
    [{ displayMode: 'color-background-solid' }, 'color-background'],
    [{ cellOptions: { type: 'gauge', mode: 'lcd' } }, 'gauge'],
    [{ displayMode: 'gradient-gauge' }, 'gauge'],
    [{ cellOptions: { type: 'json-view' } }, 'auto'],
  ])('reads %j as %s', (custom, kind) => {
    expect(readTableCellStyle(custom).kind).toBe(kind);
  });

  it('reads width, alignment and whether the column is hidden', () => {
    expect(
      readTableCellStyle({ width: 120, align: 'right', hidden: true }),
    ).toEqual({ width: 120, align: 'right', kind: 'auto', isHidden: true });
  });
});

describe('options of panels', () => {
  it('has Grafana’s defaults', () => {
    expect(readTableOptions({})).toEqual({ showHeader: true, sortBy: [] });
    expect(readGaugeOptions({})).toMatchObject({
      calculations: ['lastNotNull'],
      showThresholdMarkers: true,
      showThresholdLabels: false,
    });
    expect(readBarGaugeOptions({})).toMatchObject({
      orientation: 'auto',
      displayMode: 'gradient',
      valueMode: 'color',
      showUnfilled: true,
    });
    expect(readHeatmapOptions({})).toMatchObject({
      cellGap: 1,
      emptyUpTo: 1e-9,
      showLegend: true,
      color: { mode: 'scheme', steps: 64, reverse: false },
    });
  });

  it('reads what a table is sorted by', () => {
    expect(
      readTableOptions({ sortBy: [{ displayName: 'Lag', desc: true }, {}] }),
    ).toMatchObject({ sortBy: [{ column: 'Lag', descending: true }] });
  });
});
