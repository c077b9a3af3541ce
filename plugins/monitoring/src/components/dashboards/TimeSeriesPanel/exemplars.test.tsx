import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  PanelExemplar,
  preparePanelData,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  aPanel,
  aResult,
  FakeMonitoringApi,
  renderScreen,
  STORY_NOW,
} from '../../../__testUtils__';
import { graphSeries, scaleKey } from '../series';
import { DashboardContext } from '../DashboardContext';
import { placeExemplar } from './placeExemplar';
import { TimeSeriesPanel } from './TimeSeriesPanel';

jest.mock('uplot', () => ({
  __esModule: true,
  default: jest.requireActual('../../../__testUtils__/FakePlot').FakePlot,
}));

const RANGE = { from: STORY_NOW - 120_000, to: STORY_NOW };
const TARGET = { refId: 'A', expr: 'x', exemplar: true };

const anExemplar = (changes: Partial<PanelExemplar> = {}): PanelExemplar => ({
  refId: 'A',
  time: STORY_NOW - 60_000,
  value: 12,
  labels: { trace_id: '4bf9' },
  seriesLabels: { __name__: 'latency_bucket', le: '20' },
  links: [{ title: 'Trace', url: 'https://traces.example.com/trace/4bf9' }],
  ...changes,
});

const panelWith = (target: object) => aPanel({ targets: [target] });

/** Series as the panel of the tests has them. */
function seriesOf() {
  const panel = panelWith(TARGET);
  const frames = preparePanelData(panel, aResult({ succeeded: [17, 18, 17] }), {
    variables: {},
  });
  return { panel, frames, series: graphSeries(frames, 'light', RANGE) };
}

async function show(
  exemplars: PanelExemplar[] | Error,
  target: object = TARGET,
) {
  const { frames } = seriesOf();
  const api = FakeMonitoringApi.create({
    exemplars:
      exemplars instanceof Error
        ? exemplars
        : { items: exemplars, problems: [] },
  });
  const rendered = await renderScreen(
    <main>
      <h1>Page</h1>
      <DashboardContext.Provider
        value={{
          entityRef: 'component:default/ingestor',
          uid: 'sl-uploads',
          alerts: [],
          dashboards: [],
          pathOf: () => '',
          openDashboard: () => {},
        }}
      >
        <TimeSeriesPanel
          panel={panelWith(target)}
          title="Latency"
          range={RANGE}
          variables={{ job: 'ingestor' }}
          frames={frames}
          marks={[]}
          cursorSync="off"
          alerts={[]}
          onZoom={jest.fn()}
        />
      </DashboardContext.Provider>
    </main>,
    { api },
  );
  await screen.findByRole('img');
  return { api, ...rendered };
}

const diamonds = () =>
  within(screen.getByRole('group', { name: /exemplar/ })).getAllByRole(
    'button',
  );

describe('exemplars on a graph', () => {
  it('are asked for with the panel’s values and time', async () => {
    const { api } = await show([anExemplar()]);
    await screen.findByRole('group', { name: '1 exemplar' });
    expect(api.exemplarQueries).toEqual([
      {
        dashboard: 'sl-uploads',
        panel: 1,
        variables: { job: 'ingestor' },
        range: RANGE,
      },
    ]);
  });

  it('are not asked for where no query wants them', async () => {
    const { api } = await show([anExemplar()], { ...TARGET, exemplar: false });
    expect(api.exemplarQueries).toEqual([]);
    expect(screen.queryByRole('group', { name: /exemplar/ })).toBeNull();
  });

  it('leave the graph alone when they cannot be read', async () => {
    await show(new Error('no'));
    expect(screen.getByRole('img')).toBeInTheDocument();
    expect(screen.queryByRole('group', { name: /exemplar/ })).toBeNull();
  });

  it('tell value, time and labels, and lead to the trace', async () => {
    const { baseElement } = await show([
      anExemplar({ labels: { trace_id: '<b>4bf9</b>' } }),
    ]);
    await screen.findByRole('group', { name: '1 exemplar' });
    await userEvent.click(diamonds()[0]);
    const dialog = await screen.findByRole('dialog', {
      name: 'Exemplar: 12 req/s at 23 Nov, 14:31:00',
    });
    expect(dialog).toHaveTextContent('trace_id<b>4bf9</b>');
    expect(dialog).toHaveTextContent('latency_bucket{le="20"}');
    expect(within(dialog).getByRole('link', { name: /Trace/ })).toHaveAttribute(
      'href',
      'https://traces.example.com/trace/4bf9',
    );
    expect((await axe(baseElement)).violations).toEqual([]);
  });

  it('offer no link that a browser must not open', async () => {
    await show([
      // eslint-disable-next-line no-script-url
      anExemplar({ links: [{ title: 'Trace', url: 'javascript:alert(1)' }] }),
    ]);
    await screen.findByRole('group', { name: '1 exemplar' });
    await userEvent.click(diamonds()[0]);
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByRole('link')).toBeNull();
  });

  it('are one stop of the keyboard, and arrows lead from one to the next', async () => {
    await show(
      [90_000, 60_000, 30_000].map(ago =>
        anExemplar({ time: STORY_NOW - ago }),
      ),
    );
    await screen.findByRole('group', { name: '3 exemplars' });
    const stops = () => diamonds().map(({ tabIndex }) => tabIndex);
    expect(stops()).toEqual([0, -1, -1]);
    act(() => diamonds()[0].focus());
    await userEvent.keyboard('{ArrowRight}');
    expect(diamonds()[1]).toHaveFocus();
    await userEvent.keyboard('{End}');
    expect(diamonds()[2]).toHaveFocus();
    expect(stops()).toEqual([-1, -1, 0]);
    await userEvent.keyboard('{Home}');
    expect(diamonds()[0]).toHaveFocus();
    // A screen reader leads to any of them.
    act(() => diamonds()[1].focus());
    await userEvent.keyboard('{ArrowRight}');
    expect(diamonds()[2]).toHaveFocus();
  });
});

describe('placeExemplar', () => {
  const { series } = seriesOf();
  const scale = scaleKey(series[0]);
  const area = {
    ...{ left: 0, top: 0, width: 100, height: 100 },
    ...RANGE,
    values: { [scale]: [0, 20] as [number, number] },
  };

  it.each([
    [12, 12],
    [25, 20],
    [-3, 0],
  ])('puts %d at %d, within the axis', (value, at) => {
    expect(placeExemplar(anExemplar({ value }), series, area)).toEqual({
      series: series[0],
      scale,
      value: at,
    });
  });

  it('has no place for what is out of time, or of a chart without series', () => {
    const early = anExemplar({ time: RANGE.from - 1 });
    expect(placeExemplar(early, series, area)).toBeUndefined();
    expect(placeExemplar(anExemplar(), [], area)).toBeUndefined();
    expect(
      placeExemplar(anExemplar(), series, { ...area, values: {} }),
    ).toBeUndefined();
  });
});
