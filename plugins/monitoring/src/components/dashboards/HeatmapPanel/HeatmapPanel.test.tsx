import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DataFrame,
  FieldValue,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  aPanel,
  readable,
  renderScreen,
  STORY_NOW,
} from '../../../__testUtils__';
import { HeatmapPanel } from './HeatmapPanel';

const MINUTE = 60_000;
const RANGE = { from: STORY_NOW - 3 * MINUTE, to: STORY_NOW };
const PLAIN = { mappings: [], custom: {} };

function buckets(values: Record<string, FieldValue[]>): DataFrame[] {
  return [
    {
      refId: 'A',
      meta: { type: 'heatmap-rows' },
      fields: [
        {
          name: 'Time',
          type: 'time',
          config: { ...PLAIN, interval: MINUTE },
          values: [STORY_NOW - 2 * MINUTE, STORY_NOW - MINUTE, STORY_NOW],
        },
        ...Object.entries(values).map(([le, counts], index) => ({
          name: le,
          type: 'number' as const,
          labels: { le },
          config: PLAIN,
          values: counts,
          state: { displayName: le, seriesIndex: index },
        })),
      ],
    },
  ];
}

const FRAMES = buckets({
  '0.1': [4, 4, 4],
  '0.5': [6, 0, 1],
  '+Inf': [0, 8, null],
});

async function show(options = {}, frames = FRAMES) {
  const onZoom = jest.fn();
  const { container } = await renderScreen(
    <HeatmapPanel
      panel={aPanel({
        type: 'heatmap',
        options: { yAxis: { unit: 's' }, ...options },
      })}
      title="Duration"
      range={RANGE}
      variables={{}}
      frames={frames}
      marks={[]}
      cursorSync="off"
      alerts={[]}
      onZoom={onZoom}
    />,
  );
  return { container, onZoom };
}

describe('HeatmapPanel', () => {
  it('says what it shows, and where most lies', async () => {
    await show();
    expect(screen.getByRole('img')).toHaveAccessibleName(
      'Duration: 3 buckets from 23 Nov, 14:29:00 to 23 Nov, 14:32:00. ' +
        'Most lie in 0 s – 100 ms. The table has all of them.',
    );
  });

  it('writes the bounds of the buckets in their unit', async () => {
    await show();
    const texts = [...screen.getByRole('img').querySelectorAll('text')];
    expect(texts.map(readable)).toEqual(
      expect.arrayContaining(['0 s', '100 ms', '500 ms', '+Inf']),
    );
  });

  it('X01 · writes markup for the bound of a bucket as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const { container } = await show({}, buckets({ [hostile]: [1, 2, 3] }));
    expect(container).toHaveTextContent(hostile);
    expect(container.querySelector('img, script, [onerror]')).toBeNull();
  });

  it('tells which colours stand for how many', async () => {
    await show();
    const legend = screen.getByRole('group', {
      name: 'Colours of Duration, from few to many',
    });
    expect(readable(legend)).toBe('18');
    fireEvent.mouseMove(legend, { clientX: 0 });
    expect(readable(legend)).toBe('181');
  });

  it('says each cell as the arrow keys reach it', async () => {
    const { container } = await show();
    const said = () => readable(container.querySelector('[aria-live]')!);
    screen.getByRole('group', { name: /walk through them/ }).focus();
    await userEvent.keyboard('{ArrowRight}');
    // The highest bucket comes first; its first cell is empty.
    expect(said()).toBe(
      '23 Nov, 14:30:00 – 23 Nov, 14:31:00, 500 ms – +Inf: 8',
    );
    await userEvent.keyboard('{ArrowDown}');
    expect(said()).toBe(
      '23 Nov, 14:31:00 – 23 Nov, 14:32:00, 100 ms – 500 ms: 1',
    );
    await userEvent.keyboard('{Escape}');
    expect(said()).toBe('');
  });

  it('zooms to the part that is marked', async () => {
    const { onZoom } = await show({ yAxis: { axisPlacement: 'hidden' } });
    const plot = screen.getByRole('img');
    const at = (clientX: number) => ({ clientX, clientY: 50, button: 0 });
    fireEvent.pointerDown(plot, at(4));
    fireEvent.pointerMove(plot, at(355));
    fireEvent.pointerUp(plot, at(355));
    expect(onZoom).toHaveBeenCalledTimes(1);
    const { from, to } = onZoom.mock.calls[0][0];
    expect(from).toBe(RANGE.from);
    expect(Math.round((to - from) / MINUTE)).toBe(2);
  });

  it('says when all buckets are empty', async () => {
    await show({}, buckets({ '1': [0, 0, 0] }));
    expect(screen.getByRole('img')).toHaveAccessibleName(
      expect.stringContaining('All of them are empty.'),
    );
    expect(screen.queryByRole('group', { name: /^Colours/ })).toBeNull();
  });

  it('says when there is nothing to draw', async () => {
    await show({}, []);
    expect(screen.getByText('No data')).toBeInTheDocument();
  });

  it('does not draw more cells than a screen has', async () => {
    await show(
      {
        calculate: true,
        calculation: { yBuckets: { mode: 'size', value: '0.0000001' } },
      },
      buckets({ a: [0, 1000, 5] }),
    );
    expect(screen.getByText('Too much to draw')).toBeInTheDocument();
    expect(screen.getByText(/Choose larger buckets/)).toBeInTheDocument();
  });
});
