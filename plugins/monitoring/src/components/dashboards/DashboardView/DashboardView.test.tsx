import { useState } from 'react';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  PanelQueryRequest,
  parseDashboard,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  aDashboardJson,
  aPanelJson,
  aResult,
  anAlert,
  FakePlot,
  renderScreen,
  STORY_RANGE,
} from '../../../__testUtils__';
import { QueryPanelsOptions } from '../../../api';
import { DashboardView } from './DashboardView';
import { DashboardViewProps } from './DashboardViewProps';

jest.mock('uplot', () => ({
  __esModule: true,
  default: jest.requireActual('../../../__testUtils__/FakePlot').FakePlot,
}));

interface Query {
  request: PanelQueryRequest;
  options: QueryPanelsOptions & { signal: AbortSignal };
  resolve: () => void;
  reject: (error: Error) => void;
}

/** A backend whose answers the test gives. */
function backend() {
  const queries: Query[] = [];
  const queryPanels: DashboardViewProps['queryPanels'] = (request, options) =>
    new Promise<void>((resolve, reject) =>
      queries.push({ request, options, resolve, reject }),
    );
  return { queries, queryPanels };
}

const DASHBOARD = parseDashboard(
  aDashboardJson([
    aPanelJson({ id: 1, title: 'Rate of $job' }),
    aPanelJson({
      id: 2,
      title: 'Failures',
      gridPos: { x: 12, y: 0, w: 12, h: 8 },
    }),
    { id: 10, type: 'row', title: 'Storage', gridPos: { y: 8 } },
    {
      id: 3,
      type: 'logs',
      title: 'Pool',
      gridPos: { x: 0, y: 9, w: 6, h: 4 },
    },
    {
      id: 11,
      type: 'row',
      title: 'Details',
      collapsed: true,
      gridPos: { y: 20 },
      panels: [aPanelJson({ id: 4, title: 'Latency', gridPos: { y: 21 } })],
    },
  ]),
);

async function show(changes: Partial<DashboardViewProps> = {}) {
  const { queries, queryPanels } = backend();
  const props: DashboardViewProps = {
    uid: 'sl-uploads',
    dashboard: DASHBOARD,
    variables: { job: 'ingestor' },
    timeRange: STORY_RANGE,
    queryPanels,
    onZoom: jest.fn(),
    grafanaUrl: 'http://localhost:3001/d/sl-uploads',
    ...changes,
  };
  function Screen() {
    const [range, setRange] = useState(props.timeRange);
    return (
      <>
        <button onClick={() => setRange({ ...range })}>Refresh</button>
        <DashboardView {...props} timeRange={range} />
      </>
    );
  }
  const rendered = await renderScreen(<Screen />);
  return { ...props, ...rendered, queries };
}

const answer = (query: Query, panelId: number, values: number[] = [1, 2, 3]) =>
  act(async () =>
    query.options.onResult(aResult({ succeeded: values }, { panelId })),
  );
const region = (name: string) => screen.getByRole('group', { name });

describe('DashboardView', () => {
  beforeEach(() => sessionStorage.clear());

  it('asks for panels that are seen, together, and only for those with data', async () => {
    const { queries } = await show();
    expect(queries.map(({ request }) => request)).toEqual([
      {
        dashboard: 'sl-uploads',
        panels: [1, 2],
        variables: { job: 'ingestor' },
        range: STORY_RANGE,
        maxDataPoints: 500,
        utcOffsetSeconds: 0,
      },
    ]);
  });

  it('shows each panel as soon as it is answered', async () => {
    const { queries } = await show();
    await answer(queries[0], 2);
    expect(
      await screen.findByRole('img', { name: /^Failures: 1 series/ }),
    ).toBeInTheDocument();
    expect(region('Rate of ingestor')).toHaveAttribute('aria-busy', 'true');
  });

  it('fills variables into titles', async () => {
    await show();
    expect(
      screen.getByRole('heading', { name: 'Rate of ingestor' }),
    ).toBeInTheDocument();
  });

  it('neither draws nor asks for what is in a closed row', async () => {
    const { queries } = await show();
    expect(screen.queryByRole('heading', { name: 'Latency' })).toBeNull();
    expect(screen.getByText('1 panel')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Show Details' }));
    expect(
      screen.getByRole('heading', { name: 'Latency' }),
    ).toBeInTheDocument();
    await waitFor(() => expect(queries[1].request.panels).toEqual([4]));

    await userEvent.click(screen.getByRole('button', { name: 'Hide Details' }));
    expect(screen.queryByRole('heading', { name: 'Latency' })).toBeNull();
  });

  it('ends what is under way when the time changes, and asks again', async () => {
    const { queries } = await show();
    await answer(queries[0], 1);
    await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(queries[0].options.signal.aborted).toBe(true);
    expect(queries[1].options.signal.aborted).toBe(false);
    expect(queries[1].request.panels).toEqual([1, 2]);

    await answer(queries[0], 1, [99, 99, 99]);
    expect(
      screen.getByRole('img', { name: /succeeded: last 3 req\/s/ }),
    ).toBeInTheDocument();
    await answer(queries[1], 1, [4, 5, 6]);
    expect(
      await screen.findByRole('img', { name: /succeeded: last 6 req\/s/ }),
    ).toBeInTheDocument();
  });

  it('says what it holds when it asks again, and keeps what did not change', async () => {
    const { queries } = await show();
    expect(queries[0].request).not.toHaveProperty('known');
    await act(async () =>
      queries[0].options.onResult({
        ...aResult({ succeeded: [1, 2, 3] }, { panelId: 1 }),
        tag: 'tag-of-1',
      }),
    );
    await answer(queries[0], 2);
    await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(queries[1].request.known).toEqual({ 1: 'tag-of-1' });

    await act(async () =>
      queries[1].options.onResult({ panelId: 1, unchanged: 'tag-of-1' }),
    );
    expect(region('Rate of ingestor')).toHaveAttribute('aria-busy', 'false');
    expect(
      screen.getAllByRole('img', { name: /succeeded: last 3 req\/s/ })[0],
    ).toBeInTheDocument();
  });

  it('says of a panel that is called unchanged and is not held that it has no answer', async () => {
    const { queries } = await show();
    await act(async () =>
      queries[0].options.onResult({ panelId: 1, unchanged: 'never-sent' }),
    );
    await act(async () => queries[0].resolve());
    expect(region('Rate of ingestor')).toHaveTextContent('gave no answer');
  });

  it('ends what is under way when it is left', async () => {
    const { queries, unmount } = await show();
    unmount();
    expect(queries[0].options.signal.aborted).toBe(true);
  });

  it('says which panels failed, and tries them again', async () => {
    const { queries } = await show();
    await answer(queries[0], 1);
    await act(async () => queries[0].reject(new Error('Too many queries.')));
    const alert = screen.getByRole('alert');
    expect(region('Failures')).toContainElement(alert);
    expect(alert).toHaveTextContent('Too many queries.');

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(queries[1].request.panels).toEqual([2]);
    await answer(queries[1], 2);
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('says so when the backend leaves a panel out', async () => {
    const { queries } = await show();
    await answer(queries[0], 1);
    await act(async () => queries[0].resolve());
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Sightline gave no answer for this panel.',
    );
  });

  it('passes on the time that was marked on a chart', async () => {
    const { queries, onZoom } = await show();
    await answer(queries[0], 1);
    await screen.findByRole('img', { name: /^Rate of ingestor/ });
    act(() => FakePlot.shown[0].drag(5, 9));
    expect(onZoom).toHaveBeenCalledWith({ from: 5, to: 9 });
  });

  it('marks only the panels that an alert is about', async () => {
    await show({
      alerts: [
        anAlert({ dashboard: { uid: 'sl-uploads', panelId: 2 } }),
        anAlert({ dashboard: { uid: 'another', panelId: 1 } }),
      ],
    });
    expect(region('Failures')).toContainElement(screen.getByText('Firing'));
  });

  it('leads to each panel in Grafana, at the same time and values', async () => {
    await show();
    expect(
      screen.getByRole('link', { name: /Open in Grafana/ }),
    ).toHaveAttribute(
      'href',
      `http://localhost:3001/d/sl-uploads?from=${STORY_RANGE.from}&to=${STORY_RANGE.to}&var-job=ingestor&viewPanel=3`,
    );
  });

  it('links to nothing that a browser must not open', async () => {
    await show({ grafanaUrl: 'data:text/html,x' });
    expect(screen.queryByRole('link')).toBeNull();
    expect(
      screen.getByText('No Grafana is linked to this dashboard.'),
    ).toBeInTheDocument();
  });

  it('says that an empty dashboard is empty', async () => {
    await show({ dashboard: parseDashboard({}) });
    expect(
      screen.getByText('This dashboard has no panels.'),
    ).toBeInTheDocument();
  });

  describe('with a browser that tells what is seen', () => {
    let see: (changes: [element: Element, isIntersecting: boolean][]) => void;
    const watched = new Set<Element>();

    beforeEach(() => {
      watched.clear();
      (globalThis as any).IntersectionObserver = class {
        constructor(callback: (entries: unknown[]) => void) {
          see = changes =>
            callback(
              changes.map(([target, isIntersecting]) => ({
                target,
                isIntersecting,
              })),
            );
        }
        observe = (element: Element) => watched.add(element);
        unobserve = (element: Element) => watched.delete(element);
        disconnect = () => watched.clear();
      };
    });
    afterEach(() => {
      delete (globalThis as any).IntersectionObserver;
    });

    it('asks for panels only when they come near', async () => {
      const { queries } = await show();
      const [first, second] = watched;
      expect(queries).toEqual([]);
      expect(
        screen.getAllByRole('group').map(({ textContent }) => textContent),
      ).toEqual(['Rate of ingestor', 'Failures', 'Pool']);

      act(() => see([[first, true]]));
      expect(queries.map(({ request }) => request.panels)).toEqual([[1]]);
      act(() => see([[second, true]]));
      await waitFor(() =>
        expect(queries.map(({ request }) => request.panels)).toEqual([
          [1],
          [2],
        ]),
      );

      act(() => see([[first, false]]));
      await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
      expect(queries[2].request.panels).toEqual([2]);
    });
  });
});
