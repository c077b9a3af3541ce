import { useState } from 'react';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  DashboardModel,
  PanelQueryRequest,
  parseDashboard,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  aDashboardJson,
  aPanelJson,
  aResult,
  renderScreen,
  STORY_RANGE,
} from '../../../__testUtils__';
import { useUrlState } from '../../../hooks/useUrlState';
import { DashboardView } from './DashboardView';
import { QueryPanels } from './usePanelQueries';

jest.mock('uplot', () => ({
  __esModule: true,
  default: jest.requireActual('../../../__testUtils__/FakePlot').FakePlot,
}));

/** A backend that answers each panel with its key as the only series. */
function backend() {
  const requests: PanelQueryRequest[] = [];
  const queryPanels: QueryPanels = async (request, { onResult }) => {
    requests.push(request);
    for (const panel of request.panels) {
      const { id, key } =
        typeof panel === 'number' ? { id: panel, key: undefined } : panel;
      onResult(aResult({ [key ?? id]: [1, 2, 3] }, { panelId: id, key }));
    }
  };
  /** Keys of the panels that were asked for since the last look. */
  const asked = () =>
    requests
      .splice(0)
      .flatMap(({ panels }) =>
        panels.map(panel => (typeof panel === 'number' ? panel : panel.key)),
      );
  return { queryPanels, asked };
}

function Address() {
  return <output>{useUrlState().params.toString()}</output>;
}
const address = () =>
  new URLSearchParams(document.querySelector('output')!.textContent!);

async function show(
  dashboard: DashboardModel,
  options: { variables?: VariableValues[]; path?: string } = {},
) {
  const { variables = [{}] } = options;
  const { queryPanels, asked } = backend();
  function Screen() {
    const [at, setAt] = useState(0);
    return (
      <main>
        <h1>Page</h1>
        <h2>Dashboards</h2>
        <button onClick={() => setAt(at + 1)}>Next values</button>
        <DashboardView
          uid="sl-uploads"
          dashboard={dashboard}
          variables={variables[at]}
          timeRange={STORY_RANGE}
          chosenTime={{ from: 'now-6h', to: 'now' }}
          queryPanels={queryPanels}
          onZoom={() => {}}
          grafanaUrl="http://localhost:3001/d/sl-uploads"
        />
        <Address />
      </main>
    );
  }
  const rendered = await renderScreen(<Screen />, { path: options.path });
  return { asked, ...rendered };
}

const stat = (id: number, changes: Record<string, unknown> = {}) =>
  aPanelJson({
    id,
    type: 'stat',
    title: `Panel ${id}`,
    options: {},
    ...changes,
  });
const titles = () =>
  screen
    .getAllByRole('group')
    .filter(group => !group.parentElement?.closest('[data-panel-key]'))
    .map(group => group.getAttribute('aria-label'))
    .filter(Boolean);
const nextValues = () =>
  userEvent.click(screen.getByRole('button', { name: 'Next values' }));

beforeEach(() => sessionStorage.clear());

describe('a panel shown alone', () => {
  const TWO = parseDashboard(
    aDashboardJson([
      stat(1),
      stat(2, { gridPos: { x: 12, y: 0, w: 12, h: 8 } }),
    ]),
  );

  it('is asked for by its menu, has an address, and is left with Escape', async () => {
    await show(TWO);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Menu of Panel 2' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: /View large/ }),
    );
    expect(titles()).toEqual(['Panel 2']);
    expect(address().get('viewPanel')).toBe('2');
    await waitFor(() =>
      expect(screen.getByRole('group', { name: 'Panel 2' })).toHaveFocus(),
    );
    await userEvent.keyboard('{Escape}');
    expect(titles()).toEqual(['Panel 1', 'Panel 2']);
    expect(address().has('viewPanel')).toBe(false);
  });

  it('is toggled by the key v within it', async () => {
    await show(TWO);
    (await screen.findByRole('button', { name: 'Menu of Panel 1' })).focus();
    await userEvent.keyboard('v');
    expect(titles()).toEqual(['Panel 1']);
    await waitFor(() =>
      expect(screen.getByRole('group', { name: 'Panel 1' })).toHaveFocus(),
    );
    await userEvent.keyboard('v');
    expect(titles()).toEqual(['Panel 1', 'Panel 2']);
  });

  it.each(['2', 'panel-2'])('is found by %s in a link', async text => {
    const { asked } = await show(TWO, { path: `/?viewPanel=${text}` });
    expect(titles()).toEqual(['Panel 2']);
    await waitFor(() => expect(asked()).toEqual([2]));
  });

  it('says that there is none of that name', async () => {
    await show(TWO, { path: '/?viewPanel=99' });
    expect(
      screen.getByText('This dashboard has no panel 99'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Back to the dashboard' }),
    );
    expect(titles()).toEqual(['Panel 1', 'Panel 2']);
  });

  it('can be shared: a link with time and values', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    await show(TWO, { variables: [{ job: ['a', 'b'] }] });
    screen.getByRole('button', { name: 'Menu of Panel 2' }).focus();
    await user.keyboard('c');
    expect(await screen.findByText('The link is copied.')).toBeInTheDocument();
    const { searchParams } = new URL(writeText.mock.lastCall![0]);
    expect(searchParams.get('dashboard')).toBe('sl-uploads');
    expect(searchParams.get('viewPanel')).toBe('2');
    expect(searchParams.get('from')).toBe(String(STORY_RANGE.from));
    expect(searchParams.get('to')).toBe(String(STORY_RANGE.to));
    expect(searchParams.getAll('var-job')).toEqual(['a', 'b']);
  });
});

describe('tabs and rows', () => {
  const base = parseDashboard(aDashboardJson([stat(1), stat(2), stat(3)]));
  const [one, two, three] = base.sections[0].panels;
  const TABBED: DashboardModel = {
    ...base,
    tabs: [
      { id: 'a', title: 'Front end' },
      { id: 'b', title: 'Back end' },
    ],
    sections: [
      { id: 'a1', tab: 'a', collapsed: false, panels: [one] },
      { id: 'b1', tab: 'b', collapsed: false, panels: [two] },
    ],
  };

  it('draws one tab, walks through them by arrows, and keeps it in the address', async () => {
    const { asked } = await show(TABBED);
    expect(titles()).toEqual(['Panel 1']);
    await waitFor(() => expect(asked()).toEqual([1]));
    screen.getByRole('tab', { name: 'Front end' }).focus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(titles()).toEqual(['Panel 2']);
    expect(address().get('dtab')).toBe('back-end');
    expect(screen.getByRole('tabpanel', { name: 'Back end' })).toBeVisible();
    await waitFor(() => expect(asked()).toEqual([2]));
  });

  it('opens the tab of a link', async () => {
    await show(TABBED, { path: '/?dtab=back-end' });
    expect(screen.getByRole('tab', { name: 'Back end' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('closes the rows in a row with it, and remembers that', async () => {
    const dashboard: DashboardModel = {
      ...base,
      sections: [
        { id: 'r1', title: 'Outer', collapsed: false, panels: [one] },
        {
          id: 'r2',
          title: 'Inner',
          depth: 1,
          collapsed: false,
          panels: [two],
        },
        { id: 'r3', title: 'Next', collapsed: false, panels: [three] },
      ],
    };
    const { unmount } = await show(dashboard);
    await userEvent.click(screen.getByRole('button', { name: 'Hide Outer' }));
    expect(titles()).toEqual(['Panel 3']);
    expect(screen.queryByRole('region', { name: 'Inner' })).toBeNull();
    unmount();
    await show(dashboard);
    expect(titles()).toEqual(['Panel 3']);
  });

  it('lets panels flow that have no places', async () => {
    await show({
      ...base,
      sections: [
        {
          id: 'flow',
          collapsed: false,
          autoGrid: { maxColumns: 3, columnWidth: 400, rowHeight: 320 },
          panels: [one, two, three],
        },
      ],
    });
    const grid = screen.getByRole('group', { name: 'Panel 1' }).parentElement!
      .parentElement!;
    expect(grid.style.getPropertyValue('--least')).toBe('400px');
    expect(grid.style.getPropertyValue('--row')).toBe('320px');
  });
});

describe('repeats', () => {
  const REPEATED = parseDashboard(
    aDashboardJson(
      [
        stat(1, { title: 'Rate of $job', repeat: 'job', maxPerRow: 2 }),
        stat(2, { title: 'All', gridPos: { x: 0, y: 8, w: 24, h: 4 } }),
      ],
      {
        templating: {
          list: [{ name: 'job', type: 'custom', query: 'a,b,c', multi: true }],
        },
      },
    ),
  );

  it('draws a panel for each value, and keeps those that stay', async () => {
    const { asked } = await show(REPEATED, {
      variables: [{ job: ['a', 'b'] }, { job: ['a', 'b', 'c'] }],
    });
    expect(titles()).toEqual(['Rate of a', 'Rate of b', 'All']);
    await waitFor(() => expect(asked()).toHaveLength(3));
    await nextValues();
    expect(titles()).toEqual(['Rate of a', 'Rate of b', 'Rate of c', 'All']);
    expect(
      screen.queryByRole('status', { name: 'Loading Rate of a' }),
    ).toBeNull();
  });
});

describe('another value of a variable', () => {
  it('asks again only for what depends on it', async () => {
    const dashboard = parseDashboard(
      aDashboardJson(
        [
          stat(1, { targets: [{ refId: 'A', expr: 'up{job="$job"}' }] }),
          stat(2, { gridPos: { x: 12, y: 0, w: 12, h: 8 } }),
        ],
        {
          templating: { list: [{ name: 'job', type: 'custom', query: 'a,b' }] },
        },
      ),
    );
    const { asked } = await show(dashboard, {
      variables: [{ job: 'a' }, { job: 'b' }],
    });
    await waitFor(() => expect(asked()).toEqual([1, 2]));
    await nextValues();
    await waitFor(() => expect(asked()).toEqual([1]));
  });
});

describe('a hostile dashboard', () => {
  let see: (near: (element: Element, index: number) => boolean) => void;

  beforeEach(() => {
    const watched = new Set<Element>();
    (globalThis as any).IntersectionObserver = class {
      constructor(callback: (entries: unknown[]) => void) {
        see = near =>
          callback(
            [...watched].map((target, index) => ({
              target,
              isIntersecting: near(target, index),
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

  it('of 2,000 panels mounts and asks for those that are near', async () => {
    const panels = Array.from({ length: 2_000 }, (_, index) =>
      stat(index + 1, { gridPos: { x: 0, y: index * 4, w: 24, h: 4 } }),
    );
    const { asked } = await show(parseDashboard(aDashboardJson(panels)));
    // By selector: roles of thousands of elements take jsdom too long.
    const menus = () =>
      document.querySelectorAll('[data-panel-key] [aria-haspopup]').length;
    expect(document.querySelectorAll('[role="group"]')).toHaveLength(2_000);
    expect(menus()).toBe(0);

    act(() => see((_, index) => index < 10));
    await waitFor(() => expect(asked()).toHaveLength(10));
    expect(menus()).toBe(10);

    const showFrom = (top: number) =>
      act(() => see((_, index) => index >= top && index < top + 10));
    // Down to the end: what was left far behind is given up.
    for (let top = 10; top < 300; top += 10) {
      showFrom(top);
    }
    expect(menus()).toBeLessThanOrEqual(80);
  }, 60_000);

  it('has titles that are text, whatever they hold', async () => {
    const title = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    const { container } = await show(
      parseDashboard(
        aDashboardJson([
          stat(1, { title }),
          { id: 9, type: 'row', title, gridPos: { y: 20 } },
        ]),
      ),
    );
    expect(titles()).toContain(title);
    expect(container.querySelector('img, script')).toBeNull();
  });
});

describe('printing', () => {
  it('draws what is not seen, and asks for it', async () => {
    (globalThis as any).IntersectionObserver = class {
      observe() {}
      unobserve() {}
      disconnect() {}
    };
    try {
      const { asked } = await show(
        parseDashboard(aDashboardJson([stat(1), stat(2)])),
      );
      expect(screen.queryByRole('button', { name: /^Menu/ })).toBeNull();
      act(() => {
        fireEvent(window, new Event('beforeprint'));
      });
      expect(screen.getAllByRole('button', { name: /^Menu/ })).toHaveLength(2);
      await waitFor(() => expect(asked()).toEqual([1, 2]));
    } finally {
      delete (globalThis as any).IntersectionObserver;
    }
  });
});

describe('a dashboard with all of it', () => {
  it.each([
    ['', 'Panel 1'],
    ['/?viewPanel=1', 'Panel 1'],
  ])('has no fault that axe can find: %s', async (path, title) => {
    const dashboard = parseDashboard(
      aDashboardJson([
        stat(1, {
          description: 'About **it**',
          timeFrom: '1h',
          links: [{ title: 'Logs', url: 'https://x.test', targetBlank: true }],
        }),
        { id: 9, type: 'row', title: 'Row', gridPos: { y: 20 } },
        stat(2, { gridPos: { x: 0, y: 21, w: 12, h: 8 } }),
      ]),
    );
    const { container } = await show(dashboard, { path: path || undefined });
    expect(await screen.findByText('Last 1 hour')).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: 'Logs' })).toHaveAttribute(
      'href',
      'https://x.test/',
    );
    expect(titles()).toContain(title);
    expect((await axe(container)).violations).toEqual([]);
  });
});
