import type uPlot from 'uplot';
import { aPanel, aResult, FakePlot, STORY_RANGE } from '../../../__testUtils__';
import { panelSeries } from '../series';
import { chartOptions, ChartOptionsInput } from './chartOptions';
import { drawRegions, drawThresholds } from './drawMarks';

const path = () => null;

function options(
  changes: Partial<ChartOptionsInput> = {},
  custom: Record<string, unknown> = {},
  defaults: Record<string, unknown> = {},
) {
  const series = panelSeries(
    aPanel({
      fieldConfig: { defaults: { unit: 'reqps', custom, ...defaults } },
    }),
    aResult({ succeeded: [17, 18, 17], failed: [0, 1, 1.5] }),
    {},
    'dark',
  );
  return chartOptions({
    series,
    bands: [],
    visible: new Set(series.map(({ key }) => key)),
    range: STORY_RANGE,
    regions: [],
    look: {
      axisText: '#aaa',
      grid: '#333',
      fontFamily: 'Arial',
      region: '#f00',
      surface: '#222',
    },
    timeZone: 'UTC',
    paths: {
      linear: path,
      spline: path,
      stepBefore: path,
      stepAfter: path,
      bars: path,
      none: path,
    },
    rangeNum: (min, max) => [min - 1, max + 1],
    tzDate: time => new Date(time),
    onZoom: () => {},
    onCursor: () => {},
    ...changes,
  });
}

type RangeOf = (u: unknown, min: number | null, max: number | null) => unknown;

const rangeOf = (made: ReturnType<typeof options>) =>
  made.scales?.['y/reqps/auto/']?.range as unknown as RangeOf;

describe('chartOptions', () => {
  it('shows the whole time that was asked for, not only where data is', () => {
    expect(options().scales?.x).toEqual({
      time: true,
      range: [STORY_RANGE.from, STORY_RANGE.to],
    });
  });

  it('draws each series in its colour, on the axis of its unit', () => {
    expect(
      options({}, { lineWidth: 2, fillOpacity: 20 }).series[1],
    ).toMatchObject({
      label: 'succeeded',
      show: true,
      scale: 'y/reqps/auto/',
      stroke: '#73BF69',
      width: 2,
      fill: 'rgba(115, 191, 105, 0.2)',
    });
  });

  it('keeps the place of series that are switched off', () => {
    const { series } = options({ visible: new Set(['A/failed']) });
    expect(series.map(({ show }) => show)).toEqual([undefined, false, true]);
  });

  it('writes the value axis in the unit', () => {
    const { axes } = options();
    const values = axes?.[1].values as unknown as (
      u: unknown,
      ticks: number[],
    ) => string[];
    expect(values(undefined, [0, 10])).toEqual(['0 req/s', '10 req/s']);
  });

  it('ends the value axis where the author wants it', () => {
    expect(rangeOf(options())(undefined, 2, 9)).toEqual([1, 10]);
    expect(
      rangeOf(options({}, {}, { min: 0, max: 100 }))(undefined, 2, 9),
    ).toEqual([0, 100]);
  });

  it('does not obey limits that leave nothing to see', () => {
    expect(rangeOf(options({}, {}, { min: 50 }))(undefined, 2, 9)).toEqual([
      1, 10,
    ]);
  });

  it('has an axis without data too', () => {
    expect(rangeOf(options())(undefined, null, null)).toEqual([0, 100]);
  });

  it('puts shares between 0 and 1', () => {
    const { scales } = options({}, { stacking: { mode: 'percent' } });
    expect(scales?.['y/%/auto/']).toEqual({ range: [0, 1] });
  });

  it('draws logarithmic axes', () => {
    const { scales } = options(
      {},
      { scaleDistribution: { type: 'log', log: 2 } },
    );
    expect(scales?.['y/reqps/auto/2']).toEqual({ distr: 3, log: 2 });
  });

  it('shares the crosshair with the other charts', () => {
    expect(options().cursor?.sync).toMatchObject({
      key: 'monitoring-dashboards',
    });
  });

  it('asks for the part that was marked, and does not zoom by itself', () => {
    const onZoom = jest.fn();
    const made = options({ onZoom });
    expect(made.cursor?.drag?.setScale).toBe(false);
    const plot = new FakePlot(
      { ...made, width: 1, height: 1 },
      [[]],
      document.createElement('div'),
    );
    plot.drag(100, 250);
    expect(onZoom).toHaveBeenCalledWith({ from: 100, to: 250 });
    plot.drag(100, 100);
    expect(onZoom).toHaveBeenCalledTimes(1);
  });

  it.each([
    [{ drawStyle: 'points' }, { width: 0, points: { show: true } }],
    [{ showPoints: 'never' }, { points: { show: false } }],
    [{ showPoints: 'auto' }, { points: { show: undefined } }],
    [{ spanNulls: true }, { spanGaps: true }],
    [{ lineStyle: { fill: 'dash', dash: [4, 4] } }, { dash: [4, 4] }],
    [{ hideFrom: { viz: true } }, { show: false }],
  ])('draws %j', (custom, expected) => {
    expect(options({}, custom).series[1]).toMatchObject(expected);
  });

  it('bridges only gaps that are short enough', () => {
    const { series } = options({}, { spanNulls: 50 });
    const plot = { posToVal: (position: number) => position };
    const gaps = series[1].gaps as unknown as (
      u: unknown,
      ...rest: unknown[]
    ) => unknown;
    expect(
      gaps(plot, 1, 0, 9, [
        [0, 40],
        [100, 200],
      ]),
    ).toEqual([[100, 200]]);
  });
});

describe('the marks on a chart', () => {
  function canvas() {
    const calls: unknown[][] = [];
    const ctx = new Proxy({} as Record<string, unknown>, {
      get:
        (_, name) =>
        (...args: unknown[]) =>
          calls.push([name, ...args]),
      set: (_, name, value) => calls.push([name, value]) > 0,
    });
    const u = {
      ctx,
      bbox: { left: 0, top: 0, width: 100, height: 50 },
      scales: { y: { min: 0, max: 10 } },
      valToPos: (value: number, scale: string) =>
        scale === 'x' ? value : 50 - value * 5,
    } as unknown as uPlot;
    return { u, calls };
  }
  const thresholds = {
    mode: 'absolute' as const,
    steps: [
      { value: -Infinity, color: '#00ff00' },
      { value: 8, color: '#ff0000' },
    ],
  };

  it('show when something fired, as far as it is seen', () => {
    const { u, calls } = canvas();
    drawRegions(
      u,
      [
        { from: 60, to: 500 },
        { from: -90, to: -10 },
      ],
      '#f00',
    );
    expect(calls.filter(([name]) => name === 'fillRect')).toEqual([
      ['fillRect', 60, 0, 40, 50],
    ]);
  });

  it('show limits as dashed lines', () => {
    const { u, calls } = canvas();
    drawThresholds(u, {
      thresholds,
      scale: 'y',
      style: 'dashed',
      layer: 'above',
    });
    expect(calls).toContainEqual(['setLineDash', [8, 6]]);
    expect(calls).toContainEqual(['lineTo', 100, 10]);
    expect(calls.filter(([name]) => name === 'stroke')).toHaveLength(1);
  });

  it('show limits as areas', () => {
    const { u, calls } = canvas();
    drawThresholds(u, {
      thresholds,
      scale: 'y',
      style: 'area',
      layer: 'below',
    });
    expect(calls.filter(([name]) => name === 'fillRect')).toEqual([
      ['fillRect', 0, 10, 100, 40],
      ['fillRect', 0, 0, 100, 10],
    ]);
  });

  it.each(['off', 'area'] as const)(
    'show no line when the style is %s',
    style => {
      const { u, calls } = canvas();
      drawThresholds(u, { thresholds, scale: 'y', style, layer: 'above' });
      expect(calls.filter(([name]) => name === 'stroke')).toEqual([]);
    },
  );
});
