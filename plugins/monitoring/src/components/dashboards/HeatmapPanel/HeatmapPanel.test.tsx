import { act, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { PanelQueryResult } from '@sightline/backstage-plugin-monitoring-common';
import {
  aPanel,
  FakePlot,
  readable,
  renderScreen,
  STORY_NOW,
} from '../../../__testUtils__';
import { drawCells, heatmapChartOptions } from './heatmapOptions';
import { HeatmapPanel } from './HeatmapPanel';

jest.mock('uplot', () => ({
  __esModule: true,
  default: jest.requireActual('../../../__testUtils__').FakePlot,
}));

const MINUTE = 60_000;
const RANGE = { from: STORY_NOW - 3 * MINUTE, to: STORY_NOW };
const RESULT: PanelQueryResult = {
  panelId: 1,
  step: 60,
  frames: [
    {
      refId: 'A',
      expression: 'x',
      legendFormat: '{{le}}',
      times: [STORY_NOW - 2 * MINUTE, STORY_NOW - MINUTE, STORY_NOW],
      series: [
        { labels: { le: '+Inf' }, values: [10, 12, null] },
        { labels: { le: '0.1' }, values: [4, 4, 4] },
        { labels: { le: '0.5' }, values: [10, 4, 5] },
      ],
    },
  ],
};

async function show(options = {}, result = RESULT) {
  const onZoom = jest.fn();
  const screenOf = await renderScreen(
    <HeatmapPanel
      panel={aPanel({
        type: 'heatmap',
        targets: [{ refId: 'A', expr: 'x', format: 'heatmap' }],
        options: { yAxis: { unit: 's' }, ...options },
      })}
      title="Duration"
      result={result}
      range={RANGE}
      variables={{}}
      frames={[]}
      marks={[]}
      cursorSync="off"
      alerts={[]}
      onZoom={onZoom}
    />,
  );
  await screen.findByRole('img');
  return { ...screenOf, onZoom };
}

describe('HeatmapPanel', () => {
  it('says what it shows, and where most lies', async () => {
    await show();
    expect(screen.getByRole('img')).toHaveAccessibleName(
      'Duration: 3 buckets from 23 Nov, 14:29:00 to 23 Nov, 14:32:00. ' +
        'Most lie in 0 s – 100 ms. The table has all of them.',
    );
  });

  it('tells which colours stand for how many', async () => {
    await show();
    const legend = screen.getByRole('group', {
      name: 'Colours of Duration, from few to many',
    });
    expect(readable(legend)).toBe('18');
  });

  it('says when all buckets are empty', async () => {
    const [answer] = RESULT.frames;
    const empty = answer.series.map(one => ({ ...one, values: [0, 0, 0] }));
    await show({}, { ...RESULT, frames: [{ ...answer, series: empty }] });
    expect(screen.getByRole('img')).toHaveAccessibleName(
      expect.stringContaining('All of them are empty.'),
    );
    expect(screen.queryByRole('group')).toBeNull();
  });

  it('zooms to the part that is marked', async () => {
    const { onZoom } = await show();
    act(() => FakePlot.shown[0].drag(100, 300));
    expect(onZoom).toHaveBeenCalledWith({ from: 100, to: 300 });
  });

  it('has no fault that axe can find', async () => {
    const { container } = await show();
    expect((await axe(container)).violations).toEqual([]);
  });
});

describe('drawCells', () => {
  const input = {
    heatmap: {
      times: [10, 20],
      step: 10,
      range: { min: 1, max: 4 },
      rows: [
        { from: 0, to: 1, counts: [1, 0] },
        { from: 1, to: Infinity, counts: [null, 4] },
      ],
    },
    options: {
      cellGap: 1,
      emptyUpTo: 1e-9,
      yAxis: { unit: 's', reverse: false },
      showLegend: true,
      showTooltip: true,
      color: {
        mode: 'scheme' as const,
        scheme: 'Oranges',
        fill: '',
        exponent: 1,
        steps: 2,
        reverse: false,
      },
    },
    palette: ['few', 'many'],
    range: { from: 0, to: 20 },
    look: { axisText: '', grid: '', fontFamily: '', region: '', surface: '' },
    tzDate: (time: number) => new Date(time),
    onZoom: () => {},
    onCursor: () => {},
  };

  it('fills a cell for each count above nothing, up to its time', () => {
    const cells: unknown[] = [];
    const ctx = {
      save: () => {},
      restore: () => {},
      beginPath: () => {},
      rect: () => {},
      clip: () => {},
      fillStyle: '',
      fillRect(...box: number[]) {
        cells.push([this.fillStyle, ...box]);
      },
    };
    drawCells(
      {
        ctx: ctx as unknown as CanvasRenderingContext2D,
        bbox: { left: 0, top: 0, width: 200, height: 100 },
        valToPos: (value: number, scale: string) =>
          scale === 'x' ? value * 10 : 100 - value * 50,
      },
      input,
    );
    expect(cells).toEqual([
      ['few', 0, 50, 99, 49],
      ['many', 100, 0, 99, 49],
    ]);
  });

  it('writes the bounds between the rows', () => {
    const [, axis] = heatmapChartOptions(input).axes!;
    const values = axis.values as (u: unknown, ticks: number[]) => string[];
    expect(values(undefined, [0, 1, 2])).toEqual(['0 s', '1 s', '+Inf']);
  });
});
