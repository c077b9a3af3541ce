import type uPlot from 'uplot';
import {
  DashboardMark,
  preparePanelData,
} from '@sightline/backstage-plugin-monitoring-common';
import { aPanel, aResult, FakePlot, STORY_RANGE } from '../../../__testUtils__';
import { graphSeries, PanelSeries, scaleKey } from '../series';
import { chartOptions, ChartOptionsInput, ChartState } from './chartOptions';
import { chartSignature } from './chartSignature';

const path = () => null;
const LOOK = {
  axisText: '#aaa',
  grid: '#333',
  fontFamily: 'Arial',
  region: '#f00',
  surface: '#222',
};

function someSeries(
  custom: Record<string, unknown> = {},
  defaults: Record<string, unknown> = {},
  overrides: unknown[] = [],
): PanelSeries[] {
  const panel = aPanel({
    fieldConfig: {
      defaults: { unit: 'reqps', custom, ...defaults },
      overrides,
    },
  });
  const result = aResult({ succeeded: [17, 18, 17], failed: [0, 1, 1.5] });
  const frames = preparePanelData(panel, result, { variables: {} });
  return graphSeries(frames, 'dark', STORY_RANGE);
}

function options(
  series: PanelSeries[] = someSeries(),
  changes: Partial<ChartOptionsInput> = {},
  state: Partial<ChartState> = {},
) {
  return chartOptions({
    state: () => ({
      series,
      values: series.map(({ values }) => values),
      visible: new Set(series.map(({ key }) => key)),
      range: STORY_RANGE,
      regions: [],
      marks: [],
      theme: 'dark',
      look: LOOK,
      ...state,
    }),
    look: LOOK,
    theme: 'dark',
    timeZone: 'UTC',
    timeZones: [],
    cursorSync: 'crosshair',
    paths: {
      linear: path,
      spline: path,
      stepBefore: path,
      stepAfter: path,
      bars: () => path,
      none: path,
    },
    makers: FakePlot as never,
    measure: text => text.length * 7,
    tzDate: time => new Date(time),
    onZoom: () => {},
    isFollowed: () => true,
    onCursor: () => {},
    onLayout: () => {},
    ...changes,
  });
}

/** A plot that writes down what is drawn on it: 5 pixels for 1 on the axis, x as it is. */
function canvas(series: PanelSeries[] = someSeries()) {
  const calls: unknown[][] = [];
  const gradient: unknown[][] = [];
  const ctx = new Proxy({} as Record<string, unknown>, {
    get:
      (_, name) =>
      (...args: unknown[]) => {
        calls.push([name, ...args]);
        return {
          addColorStop: (...stop: unknown[]) => gradient.push(stop),
        };
      },
    set: (_, name, value) => calls.push([name, value]) > 0,
  });
  const u = {
    ctx,
    bbox: { left: 0, top: 0, width: 100, height: 50 },
    scales: { [scaleKey(series[0])]: { min: 0, max: 10 } },
    series: [{}, { show: true, scale: scaleKey(series[0]) }],
    data: [[1], [5]],
    valToPos: (value: number, key: string) =>
      key === 'x' ? value : 50 - value * 5,
  } as unknown as uPlot;
  const called = (wanted: string) =>
    calls.filter(([name]) => name === wanted).map(([, ...args]) => args);
  return { u, called, gradient };
}

type Painter = (u: uPlot, index: number) => unknown;
const paint = (painter: unknown, u: uPlot) => (painter as Painter)(u, 1);

describe('chartOptions', () => {
  it('shows the whole time that was asked for, as it is when it is asked', () => {
    const range = { from: 1, to: 2 };
    const { range: found } = options(undefined, {}, { range }).scales!.x;
    expect((found as () => unknown)()).toEqual([1, 2]);
  });

  it('draws each series in its colour, on the axis of its unit', () => {
    const series = someSeries({ lineWidth: 2, fillOpacity: 20 });
    const [, first] = options(series).series;
    const { u } = canvas(series);
    expect(first).toMatchObject({ label: 'succeeded', show: true, width: 2 });
    expect(first.scale).toBe(scaleKey(series[0]));
    expect(paint(first.stroke, u)).toBe('#73BF69');
    expect(paint(first.fill, u)).toBe('rgba(115, 191, 105, 0.2)');
  });

  it('takes the colour of a refresh without being made again', () => {
    const series = someSeries();
    const now = { series, visible: new Set<string>(), theme: 'dark' };
    const made = options(series, { state: () => now as unknown as ChartState });
    now.series = series.map(one => ({ ...one, color: '#abcdef' }));
    expect(paint(made.series[1].stroke, canvas().u)).toBe('#abcdef');
    expect(chartSignature(now.series)).toBe(chartSignature(series));
  });

  it('is made again when the author wants another axis, or there are other series', () => {
    const signature = chartSignature(someSeries());
    expect(chartSignature(someSeries({}, { unit: 'bytes' }))).not.toBe(
      signature,
    );
    expect(chartSignature(someSeries({ axisLabel: 'a' }))).not.toBe(signature);
    expect(chartSignature(someSeries().slice(1))).not.toBe(signature);
  });

  it('keeps the place of series that are switched off', () => {
    const { series } = options(
      undefined,
      {},
      { visible: new Set(['A/failed']) },
    );
    expect(series.map(({ show }) => show)).toEqual([undefined, false, true]);
  });

  it('shares the crosshair with the other charts, if the dashboard wants it', () => {
    const sync = (cursorSync: ChartOptionsInput['cursorSync']) =>
      options(undefined, { cursorSync }).cursor?.sync?.key;
    expect([sync('crosshair'), sync('tooltip'), sync('off')]).toEqual([
      'monitoring-dashboards',
      'monitoring-dashboards',
      undefined,
    ]);
  });

  it('tells of the pointer of other charts only if somebody wants to know', () => {
    const onCursor = jest.fn();
    const event = {};
    const told = (wanted: boolean, by?: object) => {
      const made = options(undefined, { onCursor, isFollowed: () => wanted });
      made.hooks!.setCursor![0]!({
        cursor: { idx: 1, idxs: [1, 1, null], left: 3, top: 4, event: by },
      } as unknown as uPlot);
      return onCursor.mock.lastCall[0];
    };
    expect(told(false)).toBeUndefined();
    expect(told(false, event)).toMatchObject({ index: 1, isRemote: false });
    expect(told(true)).toEqual({
      index: 1,
      indexes: [1, 1, null],
      left: 3,
      top: 4,
      nearest: undefined,
      isRemote: true,
      isPinned: false,
    });
  });

  it('asks for the part that was marked, and does not zoom by itself', () => {
    const onZoom = jest.fn();
    const made = options(undefined, { onZoom });
    expect(made.cursor?.drag?.setScale).toBe(false);
    const plot = new FakePlot(
      { ...made, width: 1, height: 1 },
      [[]],
      document.createElement('div'),
    );
    plot.followDrag(100, 250.4);
    expect(onZoom).not.toHaveBeenCalled();
    plot.drag(100, 250.4);
    expect(onZoom).toHaveBeenCalledWith({ from: 100, to: 250 });
    plot.drag(100, 100);
    expect(onZoom).toHaveBeenCalledTimes(1);
  });

  it('asks for twice the time after a double click', () => {
    const onZoom = jest.fn();
    const range = { from: 100, to: 200 };
    const { bind } = options(undefined, { onZoom }, { range }).cursor!;
    const handler = bind!.dblclick!({} as uPlot, document.body, () => null);
    handler!({} as MouseEvent);
    expect(onZoom).toHaveBeenCalledWith({ from: 50, to: 250 });
  });

  it.each([
    [{ drawStyle: 'points' }, { width: 0, points: { show: true } }],
    [{ drawStyle: 'bars' }, { points: { show: false } }],
    [{ showPoints: 'never' }, { points: { show: false } }],
    [
      { showPoints: 'always', pointSize: 9 },
      { points: { show: true, size: 9 } },
    ],
    [{ spanNulls: true }, { spanGaps: true }],
    [{ spanNulls: 60000 }, { spanGaps: false }],
    [{ lineStyle: { fill: 'dash', dash: [4, 4] } }, { dash: [4, 4] }],
    [{ lineStyle: { fill: 'dot' } }, { dash: [0, 10], cap: 'round' }],
  ])('draws %j', (custom, expected) => {
    expect(options(someSeries(custom)).series[1]).toMatchObject(expected);
  });

  it('leaves points to uPlot, which knows whether there is room', () => {
    expect(options().series[1].points).not.toHaveProperty('show');
  });
});

describe('the value axes', () => {
  const other = (properties: unknown[]) =>
    someSeries({}, {}, [
      { matcher: { id: 'byName', options: 'failed' }, properties },
    ]);

  it('writes the values in the unit', () => {
    const values = options().axes![1].values as unknown as (
      ...args: unknown[]
    ) => string[];
    expect(values(undefined, [0, 10], 1, 30, 10)).toEqual([
      '0 req/s',
      '10 req/s',
    ]);
  });

  it('stand left and right, one for each unit, with the grid of the first', () => {
    const { axes } = options(other([{ id: 'unit', value: 'bytes' }]));
    expect(axes!.slice(1).map(({ side, grid }) => [side, grid!.show])).toEqual([
      [3, true],
      [1, false],
    ]);
  });

  it('stand where the author wants them, or nowhere', () => {
    const right = [{ id: 'custom.axisPlacement', value: 'right' }];
    expect(options(other(right)).axes!.map(({ side }) => side)).toEqual([
      2, 3, 1,
    ]);
    const hidden = [{ id: 'custom.axisPlacement', value: 'hidden' }];
    const made = options(other(hidden));
    expect(made.axes).toHaveLength(2);
    expect(Object.keys(made.scales!)).toHaveLength(3);
  });

  it('have label, border, width and the colour of their series', () => {
    const [, axis] = options(
      someSeries({
        axisLabel: 'Requests',
        axisBorderShow: true,
        axisColorMode: 'series',
        axisWidth: 90,
        axisGridShow: false,
      }),
    ).axes!;
    expect(axis).toMatchObject({
      label: 'Requests',
      border: { show: true },
      grid: { show: false },
    });
    expect(paint(axis.stroke, canvas().u)).toBe('#73BF69');
    expect((axis.size as (u: unknown, texts: string[]) => number)({}, [])).toBe(
      90,
    );
  });

  it('are as wide as their texts, but not wider than a part of the chart', () => {
    const size = options().axes![1].size as (u: unknown, t: string[]) => number;
    expect(size({ width: 400 }, ['0 req/s'])).toBe(58);
    expect(size({ width: 100 }, ['a very long text'])).toBe(49);
  });

  it('have a text at whole numbers only when there are no decimals', () => {
    const [, axis] = options(someSeries({}, { decimals: 0 })).axes!;
    expect(
      (axis.filter as (u: unknown, s: number[]) => unknown)({}, [1, 1.5]),
    ).toEqual([1, null]);
  });

  it('have one time axis for each time zone of the panel', () => {
    const { axes } = options(undefined, {
      timeZones: ['UTC', 'Europe/Berlin'],
    });
    const texts = axes!
      .slice(0, 2)
      .map(({ values }) =>
        (values as unknown as (...args: unknown[]) => string[])(
          undefined,
          [Date.parse('2026-11-23T08:00:00Z')],
          0,
          40,
          3_600_000,
        ),
      );
    expect(texts).toEqual([['08:00'], ['09:00']]);
  });
});

describe('what is painted by value', () => {
  const thresholds = {
    mode: 'absolute',
    steps: [
      { value: null, color: 'green' },
      { value: 5, color: 'red' },
    ],
  };

  it('changes its colour at the limits', () => {
    const series = someSeries(
      { gradientMode: 'scheme' },
      { color: { mode: 'thresholds' }, thresholds },
    );
    const { u, gradient } = canvas(series);
    paint(options(series).series[1].stroke, u);
    expect(gradient.map(([share]) => share)).toEqual([0, 1, 1]);
  });

  it('fades to nothing, and through neighbouring hues', () => {
    const faded = canvas();
    const opacity = someSeries({ gradientMode: 'opacity', fillOpacity: 50 });
    paint(options(opacity).series[1].fill, faded.u);
    expect(faded.gradient).toEqual([
      [0, 'rgba(115, 191, 105, 0.5)'],
      [1, 'rgba(115, 191, 105, 0)'],
    ]);
    const hue = canvas();
    const hued = someSeries({ gradientMode: 'hue', fillOpacity: 50 });
    paint(options(hued).series[1].stroke, hue.u);
    expect(hue.gradient).toHaveLength(2);
  });

  it.each([
    ['line', 1, 0],
    ['dashed', 1, 0],
    ['area', 0, 1],
    ['line+area', 1, 1],
    ['off', 0, 0],
  ])('shows limits as %s', (mode, lines, areas) => {
    const series = someSeries({ thresholdsStyle: { mode } }, { thresholds });
    const { u, called } = canvas(series);
    for (const hook of options(series).hooks!.drawClear!) {
      hook!(u);
    }
    expect(called('stroke')).toHaveLength(lines);
    expect(called('fillRect')).toHaveLength(areas);
    expect(called('lineTo')).toEqual(lines ? [[100, 25]] : []);
  });

  it('measures limits in percent by what is drawn, or by the author’s bounds', () => {
    const series = someSeries(
      { thresholdsStyle: { mode: 'line' } },
      {
        min: 0,
        max: 8,
        thresholds: {
          mode: 'percentage',
          steps: [
            { value: null, color: 'green' },
            { value: 50, color: 'red' },
          ],
        },
      },
    );
    const { u, called } = canvas(series);
    options(series).hooks!.drawClear!.forEach(hook => hook!(u));
    expect(called('lineTo')).toEqual([[100, 30]]);
  });
});

describe('the marks on a chart', () => {
  const draw = (name: 'drawClear' | 'draw', state: Partial<ChartState>) => {
    const { u, called } = canvas();
    options(undefined, {}, state).hooks![name]!.forEach(hook => hook!(u));
    return called;
  };

  it('show when something fired, as far as it is seen', () => {
    const called = draw('drawClear', {
      regions: [
        { from: 60, to: 500 },
        { from: -90, to: -10 },
      ],
    });
    expect(called('fillRect')).toEqual([[60, 0, 40, 50]]);
  });

  it('show moments as lines of their kind, and times as areas', () => {
    const mark: DashboardMark = {
      id: '1',
      kind: 'deployment',
      name: 'Deployments',
      color: 'red',
      from: 20,
      tags: [],
    };
    const called = draw('draw', {
      marks: [
        mark,
        { ...mark, kind: 'annotation', from: 40, to: 60 },
        { ...mark, from: 500 },
      ],
    });
    expect(called('moveTo')).toEqual([
      [20, 0],
      [40, 0],
      [60, 0],
    ]);
    expect(called('fillRect')).toEqual([[40, 0, 20, 50]]);
    expect(called('setLineDash')).toEqual([[[]], [[5, 5]], [[]]]);
  });
});
