import { useState } from 'react';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  aPanel,
  aResult,
  anAlert,
  FakePlot,
  renderScreen,
  STORY_NOW,
  STORY_RANGE,
} from '../../../__testUtils__';
import { PanelProps } from '../types';
import { TimeSeriesPanel } from './TimeSeriesPanel';

jest.mock('uplot', () => ({
  __esModule: true,
  default: jest.requireActual('../../../__testUtils__/FakePlot').FakePlot,
}));

const PANEL = aPanel();
const UPLOADS = { succeeded: [17, 18, 17], failed: [0, 1, 1.5] };

async function show(changes: Partial<PanelProps> = {}) {
  const props: PanelProps = {
    panel: aPanel(),
    title: 'Upload rate',
    result: aResult(UPLOADS),
    range: STORY_RANGE,
    variables: {},
    frames: [],
    marks: [],
    cursorSync: 'off',
    alerts: [],
    onZoom: jest.fn(),
    ...changes,
  };
  const rendered = await renderScreen(<TimeSeriesPanel {...props} />);
  await screen.findByRole('img');
  return { ...props, ...rendered };
}

const cells = () =>
  screen
    .getAllByRole('row')
    .map(row =>
      [...row.querySelectorAll('th, td')].map(cell => cell.textContent),
    );
const series = (name: string) => screen.getByRole('button', { name });

describe('TimeSeriesPanel', () => {
  it('says in words what the chart shows', async () => {
    await show();
    expect(screen.getByRole('img')).toHaveAccessibleName(
      'Upload rate: 2 series from 23 Nov, 08:32:00 to 23 Nov, 14:32:00. ' +
        'succeeded: last 17 req/s. failed: last 1.50 req/s.',
    );
  });

  it('lists the series with the figures that the author chose', async () => {
    await show();
    expect(cells()).toEqual([
      ['Name', 'Mean', 'Max', 'Last *'],
      ['succeeded', '17.3 req/s', '18 req/s', '17 req/s'],
      ['failed', '0.833 req/s', '1.50 req/s', '1.50 req/s'],
    ]);
  });

  it('sorts the legend as the author wants', async () => {
    const legend = {
      displayMode: 'table',
      calcs: ['lastNotNull'],
      sortBy: 'Last *',
      sortDesc: false,
    };
    await show({ panel: aPanel({ options: { legend } }) });
    expect(cells().map(([name]) => name)).toEqual([
      'Name',
      'failed',
      'succeeded',
    ]);
  });

  it('writes a list, or no legend at all', async () => {
    const legend = { displayMode: 'list', calcs: ['max'] };
    const { unmount } = await show({ panel: aPanel({ options: { legend } }) });
    const list = screen.getByRole('list', { name: 'Legend of Upload rate' });
    expect(within(list).getAllByRole('listitem')[0]).toHaveTextContent(
      'succeeded Max: 18 req/s',
    );
    unmount();
    await show({
      panel: aPanel({ options: { legend: { showLegend: false } } }),
    });
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('shows one series alone, and all again, by a click or by the keyboard', async () => {
    await show();
    await userEvent.click(series('failed'));
    expect(FakePlot.shown[0].drawn).toEqual(['failed']);
    expect(series('succeeded')).toHaveAttribute('aria-pressed', 'false');

    series('failed').focus();
    await userEvent.keyboard('{Enter}');
    expect(FakePlot.shown[0].drawn).toEqual(['succeeded', 'failed']);
  });

  it('switches a series off with the control key', async () => {
    await show();
    const user = userEvent.setup();
    await user.keyboard('{Control>}');
    await user.click(series('failed'));
    await user.keyboard('{/Control}');
    expect(FakePlot.shown[0].drawn).toEqual(['succeeded']);
  });

  it('keeps the choice of series over a refresh', async () => {
    function Refreshing() {
      const [result, setResult] = useState(aResult(UPLOADS));
      return (
        <>
          <button
            onClick={() =>
              setResult(aResult({ ...UPLOADS, failed: [1, 2, 3] }))
            }
          >
            Refresh
          </button>
          <TimeSeriesPanel
            panel={PANEL}
            title="Upload rate"
            result={result}
            range={STORY_RANGE}
            variables={{}}
            frames={[]}
            marks={[]}
            cursorSync="off"
            alerts={[]}
            onZoom={() => {}}
          />
        </>
      );
    }
    await renderScreen(<Refreshing />);
    await screen.findByRole('img');
    await userEvent.click(series('failed'));
    await userEvent.click(series('Refresh'));
    expect(FakePlot.shown).toHaveLength(1);
    expect(FakePlot.shown[0].drawn).toEqual(['failed']);
    expect(FakePlot.shown[0].data[2]).toEqual([1, 2, 3]);
  });

  it('names the values under the pointer, the largest first', async () => {
    await show({ result: aResult({ low: [1, 2, 3], high: [10, 20, 30] }) });
    act(() => FakePlot.shown[0].hover(1));
    const tooltip = screen.getByText('23 Nov, 14:31:00').parentElement!;
    expect(tooltip).toHaveTextContent('23 Nov, 14:31:00high20 req/slow2 req/s');
  });

  it('passes on the time that was marked', async () => {
    const { onZoom } = await show();
    act(() => FakePlot.shown[0].drag(1000, 2000));
    expect(onZoom).toHaveBeenCalledWith({ from: 1000, to: 2000 });
  });

  it('marks the time in which something fires', async () => {
    const since = new Date(STORY_NOW - 3_600_000).toISOString();
    await show({ alerts: [anAlert({ since, state: 'firing' })] });
    const filled: unknown[][] = [];
    const u = {
      ctx: {
        save: () => {},
        restore: () => {},
        fillRect: (...args: unknown[]) => filled.push(args),
      },
      bbox: { left: 0, top: 0, width: STORY_NOW, height: 10 },
      scales: {},
      valToPos: (value: number) => value,
    };
    for (const hook of FakePlot.shown[0].options.hooks!.drawClear!) {
      hook!(u as never);
    }
    expect(filled).toEqual([[STORY_NOW - 3_600_000, 0, 3_600_000, 10]]);
  });

  it('has no fault that axe can find', async () => {
    const { container } = await show();
    expect((await axe(container)).violations).toEqual([]);
  });
});
