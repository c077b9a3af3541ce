import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { useLocation } from 'react-router-dom';
import { SloStatus } from '@sightline/backstage-plugin-monitoring-common';
import {
  aFleet,
  aFleetApi,
  aStoryFleet,
  FakeMonitoringApi,
  readable,
  renderScreen,
  RenderScreenOptions,
} from '../../__testUtils__';
import { SloListPage } from './SloListPage';

const identity = {
  getBackstageIdentity: async () => ({
    type: 'user' as const,
    userEntityRef: 'user:default/mira',
    ownershipEntityRefs: ['group:default/Edge'],
  }),
};

function Address() {
  return <output aria-label="Address">{useLocation().search}</output>;
}

async function show(
  fleet: SloStatus[] | FakeMonitoringApi = aStoryFleet(40),
  options: RenderScreenOptions = {},
) {
  const api = Array.isArray(fleet) ? aFleetApi(fleet) : fleet;
  const { container } = await renderScreen(
    <>
      <SloListPage />
      <Address />
    </>,
    { api, identity, withPage: true, ...options },
  );
  return { api, container };
}

const table = () => screen.findByRole('table', { name: 'All SLOs' });
const address = () =>
  screen.getByRole('status', { name: 'Address' }).textContent;
const chips = () => screen.findByRole('group', { name: /^Show only SLOs/ });
const chip = async (name: RegExp) =>
  within(await chips()).getByRole('button', { name });
/** Questions for rows, not for the counts alone. */
const rowQueries = (api: FakeMonitoringApi) =>
  api.sloQueries.filter(query => query?.limit !== 1);

const putTogether = (by: string) =>
  userEvent.click(
    within(screen.getByRole('group', { name: 'By' })).getByRole('button', {
      name: by,
    }),
  );

async function rows() {
  const all = within(await table()).getAllByRole('row');
  return all.slice(1).map(readable);
}

describe('SloListPage', () => {
  it('says how many need a person, counts the states, and lists the most urgent first', async () => {
    const { api } = await show();
    expect(
      await screen.findByRole('heading', { name: '4 SLOs need a person now' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('40 SLOs of 25 services, as of 14:32 UTC'),
    ).toBeInTheDocument();
    expect(
      within(await chips())
        .getAllByRole('button')
        .map(readable),
    ).toEqual([
      '2 burning',
      '1 exhausted',
      '1 no data',
      '2 warning',
      '1 invalid',
      '1 stale',
      '1 young',
      '1 no traffic',
      '30 OK',
    ]);
    const shown = await rows();
    expect(shown[0]).toMatch(
      /^Burningingestoravailability99\.960 %of 99\.9 %60\.4 %26\.1 min56\.9×1 h, limit 14\.4×7 h 39 min/,
    );
    expect(shown[2]).toContain('Exhaustedgateway');
    expect(shown[2]).toContain('used up');
    expect(shown[3]).toContain('No datasearch-indexer');
    expect(shown.join()).toContain('latency-p99 · 7 d');
    expect(rowQueries(api)[0]).toMatchObject({ sort: 'urgency', limit: 100 });
    expect(screen.getByText(/^40 SLOs, most urgent state first/)).toBeVisible();
  });

  it('does not say that nobody is needed when it is not known', async () => {
    const known = aStoryFleet(40).filter(({ state }) => state === 'ok');
    await show([
      ...known.slice(0, 5),
      ...known.slice(5, 8).map(slo => ({ ...slo, state: 'stale' as const })),
    ]);
    expect(
      await screen.findByRole('heading', {
        name: 'Whether 3 SLOs need a person is not known now',
      }),
    ).toBeInTheDocument();
  });

  it('leads to the page of an SLO and to its owner', async () => {
    await show();
    await table();
    expect(
      screen.getByRole('link', { name: 'media-service availability' }),
    ).toHaveAttribute(
      'href',
      '/monitoring/slos/component/default/media-service/availability',
    );
    expect(
      screen.getAllByRole('link', { name: 'media-core' })[0],
    ).toHaveAttribute('href', '/catalog/default/group/media-core');
  });

  it('narrows down by the counts, which stay where they are', async () => {
    await show();
    const burning = await chip(/burning/);
    expect(burning).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(burning);
    await userEvent.click(await chip(/exhausted/));
    await waitFor(async () => expect(await rows()).toHaveLength(3));
    expect(await chip(/burning/)).toHaveAttribute('aria-pressed', 'true');
    expect(await chip(/30 OK/)).toBeInTheDocument();
    expect(address()).toBe('?state=burning&state=exhausted');

    await userEvent.click(await chip(/burning/));
    await waitFor(() => expect(address()).toBe('?state=exhausted'));
  });

  it('shows again what an address says', async () => {
    const { api } = await show(aStoryFleet(60), {
      path: '/?state=ok&owner=group:default/Edge&q=lat&sort=burn&order=reversed&columns=sli,system',
    });
    const heads = within(await table()).getAllByRole('columnheader');
    expect(heads.map(readable)).toEqual([
      'State',
      'Service, SLO',
      'SLI',
      'System',
    ]);
    expect(rowQueries(api)[0]).toMatchObject({
      state: ['ok'],
      owner: ['group:default/edge'],
      search: 'lat',
      sort: 'burn',
      order: 'asc',
    });
    expect(screen.getByRole('searchbox')).toHaveValue('lat');
    expect(
      screen.getByRole('button', { name: 'Owner: edge' }),
    ).toBeInTheDocument();
  });

  it('is not led astray by an address that says nonsense', async () => {
    const { api } = await show(aStoryFleet(20), {
      path: '/?state=broken&sort=magic&by=colour&order=up&mine=maybe&owner=',
    });
    await table();
    expect(rowQueries(api)[0]).toEqual({
      state: undefined,
      owner: undefined,
      system: undefined,
      domain: undefined,
      search: undefined,
      sort: 'urgency',
      order: undefined,
      limit: 100,
      cursor: undefined,
    });
  });

  it('searches when the typing pauses', async () => {
    const { api } = await show();
    await table();
    await userEvent.type(screen.getByRole('searchbox'), 'gateway');
    await waitFor(async () => expect(await rows()).toHaveLength(1));
    expect(address()).toBe('?q=gateway');
    const searches = rowQueries(api).map(query => query?.search);
    expect(searches.filter(Boolean)).toEqual(['gateway']);
  });

  it('sorts by a head of a column, and the other way round', async () => {
    const { api } = await show();
    const head = async (name: string) =>
      within(await table()).getByRole('columnheader', { name });
    expect(await head('State')).toHaveAttribute('aria-sort', 'descending');
    expect(await head('Budget left')).toHaveAttribute('aria-sort', 'none');
    expect(await head('Trend')).not.toHaveAttribute('aria-sort');

    const sort = async () =>
      userEvent.click(
        within(await table()).getByRole('button', { name: 'Budget left' }),
      );
    await sort();
    expect(await head('Budget left')).toHaveAttribute('aria-sort', 'ascending');
    expect((await rows())[0]).toContain('−4.2 %');
    await sort();
    expect(await head('Budget left')).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    expect(address()).toBe('?sort=budget&order=reversed');
    expect(rowQueries(api).at(-1)).toMatchObject({
      sort: 'budget',
      order: 'desc',
    });
  });

  it('filters by owner from those that there are, with their counts', async () => {
    await show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Owner: All' }),
    );
    const options = await screen.findByRole('listbox', { name: 'Owner' });
    const edge = within(options).getByRole('option', { name: /^edge/ });
    expect(readable(edge)).toMatch(/^edge\d+$/);
    await userEvent.click(edge);
    await userEvent.keyboard('{Escape}');
    expect(address()).toBe('?owner=group%3Adefault%2Fedge');
    await waitFor(async () =>
      expect((await rows()).every(text => text.endsWith('edge'))).toBe(true),
    );
  });

  it('shows the services of the user’s groups', async () => {
    const { api } = await show();
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'My services' }),
    );
    expect(address()).toBe('?mine=1');
    await waitFor(() =>
      expect(rowQueries(api).at(-1)?.owner).toEqual([
        'user:default/mira',
        'group:default/edge',
      ]),
    );
  });

  it('shows the columns that are chosen', async () => {
    await show();
    await table();
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    const dialog = await screen.findByRole('dialog', { name: 'Columns' });
    await userEvent.click(
      within(dialog).getByRole('checkbox', { name: 'Trend' }),
    );
    await userEvent.click(
      within(dialog).getByRole('checkbox', { name: 'Domain' }),
    );
    await userEvent.keyboard('{Escape}');
    const heads = within(await table()).getAllByRole('columnheader');
    const names = heads.map(readable);
    expect(names).not.toContain('Trend');
    expect(names).toContain('Domain');
    expect(address()).toBe(
      '?columns=sli%2Cbudget%2Cburn%2Cgone%2Cowner%2Cdomain',
    );
  });

  it('asks for the trends of what is in view, once', async () => {
    const { api } = await show(aStoryFleet(200));
    const pictures = await screen.findAllByRole('img', {
      name: /^Budget left over the window: .* now$/,
    });
    expect(pictures.length).toBeGreaterThan(10);
    expect(api.trendQueries).toHaveLength(1);
    expect(api.trendQueries[0].length).toBeLessThan(60);
    expect(api.trendQueries[0]).toContainEqual({
      entityRef: 'component:default/ingestor',
      id: 'availability',
    });
    // There is no trend of what has no budget.
    expect(JSON.stringify(api.trendQueries)).not.toContain('search-indexer');
  });

  it('writes all that match into a file, from all pages', async () => {
    const blobs: Blob[] = [];
    URL.createObjectURL = jest.fn(blob => {
      blobs.push(blob as Blob);
      return 'blob:test';
    });
    URL.revokeObjectURL = jest.fn();
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    const fleet = aFleet(1_200);
    fleet[3] = { ...fleet[3], title: '=cmd()' };
    const { api } = await show(fleet);
    await table();
    await userEvent.click(
      screen.getByRole('button', { name: 'Download all that match as CSV' }),
    );
    await waitFor(() => expect(blobs).toHaveLength(1));
    const text = await blobs[0].text();
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(1_201);
    expect(lines[0]).toMatch(/^\uFEFF?state,entity,slo,/);
    expect(text).toContain(`"'=cmd()"`);
    expect(api.sloQueries.filter(query => query?.limit === 500)).toHaveLength(
      3,
    );
    expect((click.mock.contexts[0] as HTMLAnchorElement).download).toBe(
      'slos-2026-11-23.csv',
    );
    click.mockRestore();
  });

  it('says why there is no file', async () => {
    const { api } = await show();
    await table();
    const listSlos = api.listSlos;
    api.listSlos = async query => {
      if (query?.limit === 500) {
        throw new Error('Prometheus sleeps');
      }
      return listSlos(query);
    };
    await userEvent.click(
      screen.getByRole('button', { name: 'Download all that match as CSV' }),
    );
    expect(
      await screen.findByText('Not downloaded: Prometheus sleeps'),
    ).toBeInTheDocument();
  });

  it('keeps only what is in view of 5,000 SLOs in the document, and soon', async () => {
    const started = performance.now();
    const { api } = await show(aStoryFleet(5_000));
    const list = await table();
    const seconds = (performance.now() - started) / 1_000;
    expect(seconds).toBeLessThan(10);
    expect(list).toHaveAttribute('aria-rowcount', '5001');
    expect(within(list).getAllByRole('row').length).toBeLessThan(60);
    expect(rowQueries(api)).toHaveLength(1);

    // As if somebody had scrolled 2,000 rows down.
    const body = list.querySelector('tbody')!;
    body.getBoundingClientRect = () => ({ top: -2_000 * 52 } as DOMRect);
    await act(async () => {
      fireEvent.scroll(window);
    });
    await waitFor(() =>
      expect(
        within(list)
          .getAllByRole('row')
          .map(row => Number(row.getAttribute('aria-rowindex'))),
      ).toContain(2_002),
    );
    await waitFor(() =>
      expect(rowQueries(api).at(-1)).toMatchObject({ cursor: '2000' }),
    );
    expect(within(list).getAllByRole('row').length).toBeLessThan(60);
    await waitFor(() =>
      expect(
        within(list).getAllByRole('link', { name: /^service-/ }).length,
      ).toBeGreaterThan(10),
    );
  });

  it('does not lose the focus when its row is scrolled out of view', async () => {
    await show(aStoryFleet(300));
    const list = await table();
    const link = within(list).getAllByRole('link')[0];
    act(() => link.focus());
    const body = list.querySelector('tbody')!;
    body.getBoundingClientRect = () => ({ top: -200 * 52 } as DOMRect);
    await act(async () => {
      fireEvent.scroll(window);
    });
    await waitFor(() =>
      expect(
        within(list).queryByRole('link', { name: 'gateway graphql-errors' }),
      ).toBeNull(),
    );
    expect(link).toHaveFocus();
  });

  it('says what to write where no service has an SLO', async () => {
    await show([]);
    expect(
      await screen.findByText('No service has an SLO yet'),
    ).toBeInTheDocument();
    expect(screen.getByText(/monitoring\/slos/)).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'No SLO' })).toBeInTheDocument();
  });

  it('offers to clear filters that leave nothing', async () => {
    await show(aStoryFleet(20), { path: '/?q=nothing&state=burning' });
    expect(
      await screen.findByText('The filters leave nothing.'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await rows()).toHaveLength(20);
    expect(address()).toBe('');
  });

  it('keeps the place while it loads', async () => {
    const api = FakeMonitoringApi.create({ sloList: new Promise(() => {}) });
    await show(api);
    expect(
      screen.getByRole('status', { name: 'Loading SLOs' }),
    ).toBeInTheDocument();
  });

  it('names a source whose figures are old', async () => {
    const api = aFleetApi(aStoryFleet(20));
    const listSlos = api.listSlos;
    api.listSlos = async query => ({
      ...(await listSlos(query)),
      health: [
        {
          source: 'prometheus:default',
          state: 'unreachable',
          lastSuccessAt: '2026-11-23T14:02:00Z',
        },
      ],
    });
    await show(api);
    expect(
      readable(await screen.findByText(/^Prometheus “default”/)),
    ).toContain('at 14:02 UTC, 30 min ago');
    expect((await rows()).length).toBeGreaterThan(10);
  });

  it('says which permission is missing, once', async () => {
    const forbidden = Object.assign(new Error('no'), { statusCode: 403 });
    await show(FakeMonitoringApi.create({ sloList: forbidden }));
    expect(
      await screen.findByText('You cannot see any SLO'),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('alert')).toHaveLength(1);
  });

  it('puts SLOs together by system, and leads to those of one', async () => {
    await show();
    await table();
    await putTogether('System');
    const rollups = await screen.findByRole('table', {
      name: 'SLOs by system',
    });
    const [, first] = within(rollups).getAllByRole('row');
    expect(readable(first)).toMatch(/^Burningmedia-platform\d+ SLOs/);
    expect(readable(first)).toMatch(/\d+ of \d+$/);
    expect(address()).toBe('?by=system');

    await userEvent.click(
      within(first).getByRole('link', { name: '2 burning' }),
    );
    expect(await rows()).toHaveLength(2);
    expect(address()).toBe(
      '?system=system%3Adefault%2Fmedia-platform&state=burning',
    );
  });

  it.each(['light', 'dark'] as const)(
    'has no fault that axe can find, in the %s theme',
    async theme => {
      const { container } = await show(aStoryFleet(20), { theme });
      await table();
      await screen.findAllByRole('img', { name: /^Budget left over/ });
      expect((await axe(container)).violations).toEqual([]);
      await putTogether('Owner');
      await screen.findByRole('table', { name: 'SLOs by owner' });
      expect((await axe(container)).violations).toEqual([]);
    },
  );
});
