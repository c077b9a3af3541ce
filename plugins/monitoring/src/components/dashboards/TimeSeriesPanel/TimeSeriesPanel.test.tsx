import { useState } from 'react';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  aPanel,
  aResult,
  FakePlot,
  renderScreen,
  STORY_NOW,
} from '../../../__testUtils__';
import {
  PanelQueryResult,
  preparePanelData,
} from '@sightline/backstage-plugin-monitoring-common';
import { PanelProps } from '../types';
import { TimeSeriesPanel } from './TimeSeriesPanel';

jest.mock('uplot', () => ({
  __esModule: true,
  default: jest.requireActual('../../../__testUtils__/FakePlot').FakePlot,
}));

const PANEL = aPanel();
const UPLOADS = { succeeded: [17, 18, 17], failed: [0, 1, 1.5] };

/** Around the three samples of the story. */
const RANGE = { from: STORY_NOW - 120_000, to: STORY_NOW };

/** Changes of the props, and what Prometheus answered. */
type Changes = Partial<PanelProps> & { result?: PanelQueryResult };

function propsOf({
  result = aResult(UPLOADS),
  ...changes
}: Changes = {}): PanelProps {
  const panel = changes.panel ?? PANEL;
  return {
    panel,
    title: 'Upload rate',
    range: RANGE,
    variables: {},
    frames: preparePanelData(panel, result, { variables: {} }),
    marks: [],
    cursorSync: 'off',
    alerts: [],
    onZoom: jest.fn(),
    ...changes,
  };
}

async function show(changes: Changes = {}) {
  const props = propsOf(changes);
  const rendered = await renderScreen(<TimeSeriesPanel {...props} />);
  await screen.findByRole('img');
  return { ...props, ...rendered };
}

const cells = async () =>
  (await screen.findAllByRole('row')).map(row =>
    [...row.querySelectorAll('th, td')].map(cell => cell.textContent),
  );
const series = (name: string) => screen.findByRole('button', { name });

describe('TimeSeriesPanel', () => {
  it('says in words what the chart shows', async () => {
    await show();
    expect(screen.getByRole('img')).toHaveAccessibleName(
      'Upload rate: 2 series from 23 Nov, 14:30:00 to 23 Nov, 14:32:00. ' +
        'succeeded: last 17 req/s. failed: last 1.50 req/s.',
    );
  });

  it('lists the series with the figures that the author chose', async () => {
    await show();
    expect(await cells()).toEqual([
      ['Name', 'Mean', 'Max', 'Last *'],
      ['succeeded', '17.3 req/s', '18 req/s', '17 req/s'],
      ['failed', '0.833 req/s', '1.50 req/s', '1.50 req/s'],
    ]);
  });

  it('X01 D05 · writes markup in names of series as text, in the legend and beside the pointer', async () => {
    const hostile = '<img src=x onerror=alert(1)>\u202e</script>\u2028';
    await show({ result: aResult({ [hostile]: [1, 2] }) });
    expect((await cells()).map(([name]) => name)).toEqual(['Name', hostile]);
    act(() => FakePlot.shown[0].hover(1));
    const time = await screen.findByText('23 Nov, 14:31:00');
    expect(time.parentElement?.textContent).toContain(hostile);
    expect(document.querySelector('img, script, [onerror]')).toBeNull();
  });

  it('sorts the legend as the author wants', async () => {
    const legend = {
      displayMode: 'table',
      calcs: ['lastNotNull'],
      sortBy: 'Last *',
      sortDesc: false,
    };
    await show({ panel: aPanel({ options: { legend } }) });
    expect((await cells()).map(([name]) => name)).toEqual([
      'Name',
      'failed',
      'succeeded',
    ]);
  });

  it('writes the names of series as Grafana does when they are the same, and says what they differ in', async () => {
    await show({
      panel: aPanel({
        fieldConfig: { defaults: { displayName: 'uploads' } },
        options: { legend: { displayMode: 'list' } },
      }),
    });
    const entries = screen.getAllByRole('button', { name: 'uploads' });
    expect(
      entries.map(entry => [entry.textContent, entry.getAttribute('title')]),
    ).toEqual([
      ['uploads', 'uploads {result="succeeded"}'],
      ['uploads', 'uploads {result="failed"}'],
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
    await userEvent.click(await series('failed'));
    expect(FakePlot.shown[0].drawn).toEqual(['failed']);
    expect(await series('succeeded')).toHaveAttribute('aria-pressed', 'false');

    (await series('failed')).focus();
    await userEvent.keyboard('{Enter}');
    expect(FakePlot.shown[0].drawn).toEqual(['succeeded', 'failed']);
  });

  it('switches a series off with the control key', async () => {
    await show();
    const user = userEvent.setup();
    await user.keyboard('{Control>}');
    await user.click(await series('failed'));
    await user.keyboard('{/Control}');
    expect(FakePlot.shown[0].drawn).toEqual(['succeeded']);
  });

  it('leaves out what the author hides, until somebody asks for it', async () => {
    const hide = (hidden: object) => [
      {
        matcher: { id: 'byName', options: 'failed' },
        properties: [{ id: 'custom.hideFrom', value: hidden }],
      },
    ];
    const panel = (hidden: object) =>
      aPanel({ fieldConfig: { defaults: {}, overrides: hide(hidden) } });
    const { unmount } = await show({ panel: panel({ viz: true }) });
    expect(FakePlot.shown[0].drawn).toEqual(['succeeded']);
    await userEvent.click(await series('failed'));
    expect(FakePlot.shown[0].drawn).toEqual(['failed']);
    unmount();
    await show({ panel: panel({ legend: true }) });
    expect(await series('succeeded')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'failed' })).toBeNull();
    expect(FakePlot.shown[0].drawn).toEqual(['succeeded', 'failed']);
  });

  it('draws new data with the same chart, and keeps the choice of series', async () => {
    function Refreshing() {
      const [props, setProps] = useState(propsOf());
      const refresh = () =>
        setProps({
          ...props,
          ...propsOf({ result: aResult({ ...UPLOADS, failed: [1, 2, 3] }) }),
          range: { from: RANGE.from + 1, to: RANGE.to + 1 },
        });
      return (
        <>
          <button onClick={refresh}>Refresh</button>
          <TimeSeriesPanel {...props} />
        </>
      );
    }
    await renderScreen(<Refreshing />);
    await userEvent.click(await series('failed'));
    const { made } = FakePlot;
    await userEvent.click(await series('Refresh'));
    expect(FakePlot.made).toBe(made);
    expect(FakePlot.shown[0].drawn).toEqual(['failed']);
    expect(FakePlot.shown[0].data[2]).toEqual([1, 2, 3]);
    expect(FakePlot.shown[0].scales.x).toEqual({
      min: RANGE.from + 1,
      max: RANGE.to + 1,
    });
  });

  it('leaves nothing behind', async () => {
    const { unmount } = await show();
    unmount();
    expect(FakePlot.shown).toEqual([]);
  });

  describe('under the pointer', () => {
    const tooltip = (changes: object) =>
      aPanel({ options: { tooltip: changes } });
    const result = aResult({
      low: [1, 2, 3],
      zero: [0, 0, 0],
      high: [10, 20, 30],
    });
    const at = async () =>
      (await screen.findByText('23 Nov, 14:31:00')).parentElement!;

    it('names the values, the largest first', async () => {
      const panel = tooltip({ mode: 'multi', sort: 'desc', hideZeros: true });
      await show({ panel, result });
      act(() => FakePlot.shown[0].hover(1));
      expect(await at()).toHaveTextContent(
        '23 Nov, 14:31:00high20 req/slow2 req/s',
      );
    });

    it('stands beside the pointer from its first move on', async () => {
      await show({ panel: tooltip({ mode: 'multi' }), result });
      act(() => FakePlot.shown[0].hover(1));
      expect((await at()).style.transform).toMatch(/^translate\(/);
    });

    it('names the nearest series alone', async () => {
      await show({ panel: tooltip({ mode: 'single' }), result });
      act(() => FakePlot.shown[0].hover(1, 2));
      expect(await at()).toHaveTextContent('23 Nov, 14:31:00high20 req/s');
    });

    it('stays after a click, with the links of the value', async () => {
      const links = [
        {
          title: 'Traces at ${__value.raw}',
          url: '/traces?at=${__value.time}',
        },
        { title: 'Trap', url: ['javascript', 'alert(1)'].join(':') },
      ];
      const panel = aPanel({
        fieldConfig: { defaults: { unit: 'reqps', links }, overrides: [] },
      });
      await show({ panel, result });
      act(() => FakePlot.shown[0].hover(1, 0));
      await at();
      await userEvent.click(FakePlot.shown[0].over);
      const dialog = await screen.findByRole('dialog');
      expect(
        within(dialog)
          .getAllByRole('link')
          .map(link => [link.textContent, link.getAttribute('href')]),
      ).toEqual([['Traces at 2', `/traces?at=${STORY_NOW - 60_000}`]]);
      await userEvent.keyboard('{Escape}');
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    });

    it('follows other charts only if the dashboard shares tooltips', async () => {
      const { rerender, ...props } = await show({
        result,
        cursorSync: 'tooltip',
      });
      act(() => {
        FakePlot.shown[0].setCursor({ left: STORY_NOW - 60_000, top: 5 });
      });
      expect(await at()).toHaveTextContent('high20 req/s');
      expect(props.cursorSync).toBe('tooltip');
    });
  });

  it('says the values of each sample to the keyboard, and zooms', async () => {
    const { onZoom } = await show();
    screen.getByRole('img').focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(
      screen.getByText(
        '23 Nov, 14:32:00: succeeded 17 req/s, failed 1.50 req/s',
      ),
    ).toHaveAttribute('aria-live', 'polite');
    await userEvent.keyboard('{Home}');
    expect(
      screen.getByText(/^23 Nov, 14:30:00: succeeded/),
    ).toBeInTheDocument();
    await userEvent.keyboard('-');
    expect(onZoom).toHaveBeenCalledWith({
      from: RANGE.from - 60_000,
      to: RANGE.to + 60_000,
    });
    await userEvent.keyboard('+');
    expect(onZoom).toHaveBeenLastCalledWith({
      from: RANGE.from - 30_000,
      to: RANGE.from + 30_000,
    });
  });

  it('tells what a mark on the chart is about', async () => {
    await show({
      marks: [
        {
          id: 'm',
          kind: 'deployment',
          name: 'Deployments',
          title: 'ingestor 2.4',
          text: 'by the pipeline',
          color: 'blue',
          from: STORY_NOW - 60_000,
          tags: ['release'],
        },
      ],
    });
    expect(
      await screen.findByRole('button', {
        name: 'Deployment: ingestor 2.4, 23 Nov, 14:31:00, by the pipeline, release',
      }),
    ).toBeInTheDocument();
  });

  it.each([
    ['number', 'The answer has no field of numbers'],
    ['string', 'No data'],
  ])('says why there is nothing to draw (%s)', async (kind, text) => {
    const time = {
      name: 'Time',
      type: 'time' as const,
      config: { mappings: [], custom: {} },
      values: [1],
    };
    const name = {
      ...time,
      name: 'name',
      type: 'string' as const,
      values: ['a'],
    };
    const frames = kind === 'number' ? [{ fields: [time, name] }] : [];
    await renderScreen(<TimeSeriesPanel {...propsOf({ frames })} />);
    expect(screen.getByText(text)).toBeInTheDocument();
  });

  it('passes on the time that was marked', async () => {
    const { onZoom } = await show();
    act(() => FakePlot.shown[0].drag(1000, 2000));
    expect(onZoom).toHaveBeenCalledWith({ from: 1000, to: 2000 });
  });

  it('has no fault that axe can find', async () => {
    const { container } = await show();
    await screen.findByRole('table');
    expect((await axe(container)).violations).toEqual([]);
  });
});
