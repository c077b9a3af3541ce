import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  aHistoryOf,
  anAlert,
  aSlo,
  aSloDetail,
  aStoryHistory,
  FakeAnswers,
  FakeMonitoringApi,
  HEALTHY_SOURCES,
  readable,
  renderScreen,
  STORY_DETAIL,
} from '../../__testUtils__';
import { SloPage } from './SloPage';

const BURN_ALERT = anAlert({
  name: 'SloBurnRateFast',
  since: '2026-11-23T14:01:00Z',
  sloId: 'availability',
});

async function show(answers: Partial<FakeAnswers> = {}) {
  const api = FakeMonitoringApi.create({
    sloDetail: STORY_DETAIL,
    history: aStoryHistory,
    alerts: { items: [BURN_ALERT], totalItems: 1, health: HEALTHY_SOURCES },
    ...answers,
  });
  const { container } = await renderScreen(
    <SloPage entityRef="component:default/ingestor" id="availability" />,
    { api },
  );
  return { api, container };
}

const region = (name: string | RegExp) => screen.findByRole('region', { name });
const text = async (name: string | RegExp) => readable(await region(name));

function refused(status: number): Error {
  return Object.assign(new Error(String(status)), { statusCode: status });
}

describe('SloPage', () => {
  it('says first how it stands, since when, what it means and what to do', async () => {
    await show();
    expect(
      screen.getByRole('heading', { level: 1, name: 'ingestor: availability' }),
    ).toBeInTheDocument();
    const header = await text('State of availability');
    expect(header).toContain('Burningsince 14:01 UTC, 31 min ago');
    expect(header).toContain(
      '1 in 18 events of the last 1 h failed. At this rate the budget is gone in 7 h 39 min, at about 22:11 UTC.',
    );
    expect(header).toContain('Budget left60.4 %26.1 min of 43.2 min');
    expect(header).toContain('Failed events left28,992of 48,000');
    expect(header).toContain('SLI, 30 d99.960 %objective 99.9 %');
    expect(header).toContain(
      'Paging media-slack and media-email since 14:01 UTC',
    );
    expect(screen.getByRole('link', { name: /Open runbook/ })).toHaveAttribute(
      'href',
      'https://docs.example.com/runbooks/ingestor',
    );
    expect(screen.getByRole('link', { name: 'Service' })).toHaveAttribute(
      'href',
      '/catalog/default/component/ingestor/monitoring',
    );
    expect(screen.getByRole('link', { name: /Dashboard/ })).toHaveAttribute(
      'href',
      'http://localhost:3001/d/sl-ingestor-uploads',
    );
  });

  it('says in words what the charts show', async () => {
    await show();
    const budget = await screen.findByRole('img', {
      name: /^Budget left over time: 100\.0.% at first, 60\.4.% now/,
    });
    expect(
      budget.getAttribute('aria-label')?.replace(/\u202f/g, ' '),
    ).toContain(
      '31 Oct: 11.2 % in 38 min. 12 Nov: 8.5 % in 25 min. Now: 7.9 % in 42 min',
    );
    const burnRate = await screen.findByRole('img', { name: /^Burn rates/ });
    expect(
      burnRate.getAttribute('aria-label')?.replace(/\u202f/g, ' '),
    ).toContain(
      'Over 1 h: 57.0× now, limit 14.4×. Over 6 h: 9.6× now, limit 6×.',
    );
  });

  it('reads the budget over another range, and keeps it in the address', async () => {
    const { api } = await show();
    await userEvent.click(await screen.findByRole('button', { name: /^7.d$/ }));
    const week = 7 * 86_400_000;
    await waitFor(() =>
      expect(
        api.historyRanges.some(
          range => range && range.to - range.from === week,
        ),
      ).toBe(true),
    );
    expect(screen.getByRole('button', { name: /^7.d$/ })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    expect(await text('Budget left')).toContain('7 d, 16 Nov – 23 Nov');
  });

  it('has every pair with both burn rates, its limit and whom it tells, the fastest first', async () => {
    await show();
    const table = await screen.findByRole('table', {
      name: 'Burn rates and their limits',
    });
    const rows = within(table)
      .getAllByRole('row')
      .slice(1)
      .map(row =>
        within(row)
          .getAllByRole('cell')
          .map(cell => readable(cell)),
      );
    expect(rows).toEqual([
      ['1 h and 5 min', '56.9×', '82.0×', '14.4×', 'Page'],
      ['6 h and 30 min', '9.6×', '81.4×', '6×', 'Page'],
      ['1 d and 2 h', '2.5×', '28.5×', '3×', 'Ticket, quiet'],
      ['3 d and 6 h', '0.9×', '9.6×', '1×', 'Ticket, quiet'],
    ]);
  });

  it('says where the budget went, so that it adds up, and what comes back next', async () => {
    await show();
    const spent = await region('Where it went');
    await within(spent).findByRole('table');
    const rows = within(spent)
      .getAllByRole('row')
      .slice(1)
      .map(row => readable(row));
    expect(rows).toEqual([
      'Now, since 13:50 UTC3,7927.9 %',
      '12 Nov, 22:40 – 23:054,0808.5 %',
      '31 Oct, 09:14 – 09:525,37611.2 %',
      'Background5,76012.0 %',
      'Spent19,00839.6 %',
    ]);
    expect(readable(spent)).toContain(
      '31 Oct leaves the window on 30 Nov: 11.2 % come back.',
    );
  });

  it('defines the SLO in plain words, and leads to where it is written', async () => {
    await show();
    const definition = await region('Definition');
    expect(readable(definition)).toContain(
      'Of all events in any 30 d, at least 99.9 % succeed. One in 1,000 may fail.',
    );
    expect(readable(definition)).toContain('0.1 % = 48,000 events or 43.2 min');
    expect(
      within(definition).getByRole('link', { name: /Edit in catalog-info/ }),
    ).toHaveAttribute(
      'href',
      'https://git.example.com/ingestor/catalog-info.yaml',
    );
    const download = within(definition).getByRole('link', {
      name: 'Download as an OpenSLO document',
    });
    expect(download).toHaveAttribute(
      'download',
      'ingestor-availability.openslo.yaml',
    );
    expect(decodeURIComponent(download.getAttribute('href')!)).toContain(
      'apiVersion: openslo/v1',
    );
  });

  it('shows the days as bars, or as a table that a keyboard reaches', async () => {
    await show();
    const days = await region('Failed events');
    expect(readable(days)).toContain('per day; 19,008 of 48,000,000 in 30 d');
    await userEvent.click(
      await within(days).findByRole('button', { name: 'Show as table' }),
    );
    const rows = within(days)
      .getAllByRole('row')
      .map(row => readable(row));
    expect(rows[0]).toBe('TimeBadAllSLIBudget left');
    expect(rows[1]).toMatch(/^23 Nov.*60\.4 %$/);
  });

  it('opens the exact queries on demand', async () => {
    await show();
    const queries = await region('Exact queries');
    expect(within(queries).queryByText(/sum\(increase/)).toBeNull();
    await userEvent.click(
      within(queries).getByRole('button', { name: 'Show queries' }),
    );
    expect(readable(queries)).toContain(
      'sum(increase(uploads_total{service="ingestor"}[5m]))',
    );
  });

  it('tells the exact value and the query of a figure', async () => {
    await show();
    const header = await region('State of availability');
    await userEvent.hover(
      within(header).getByRole('link', { name: /99\.960/ }),
    );
    const tip = await screen.findByRole('tooltip');
    expect(tip).toHaveTextContent('Exactly 0.9996041');
    expect(tip).toHaveTextContent('sightline:sli_total:window');
  });

  it('counts slow requests of a latency in its calendar month', async () => {
    const status = aSlo({
      objective: 0.95,
      window: { type: 'calendar', unit: 'month', timeZone: 'Europe/Berlin' },
      windowEnd: '2026-11-30T23:00:00Z',
    });
    await show({
      sloDetail: aSloDetail({
        status,
        sli: { type: 'latency', histogram: 'seconds', thresholdSeconds: 0.5 },
      }),
      history: range => aHistoryOf(status, range),
    });
    expect(await text('Definition')).toContain(
      'Of all requests in each calendar month, at least 95 % are answered within 500 ms. One in 20 may be slower.',
    );
    expect(await text('Definition')).toContain(
      'calendar month, Europe/Berlin; begins again 1 Dec, 00:00',
    );
    expect(await text(/^State/)).toContain('Slow requests left');
    await waitFor(async () =>
      expect(await text('Where it went')).toContain(
        'A new window begins 1 Dec, 00:00',
      ),
    );
  });

  it('counts slices where the budget is one of slices', async () => {
    await show({
      sloDetail: aSloDetail({
        status: aSlo({ countedIn: 'slices' }),
        budgetingMethod: 'Timeslices',
        timeSlice: { seconds: 300, target: '0.95' },
      }),
    });
    expect(await text('Definition')).toContain(
      'Of all slices of 5 min in any 30 d, at least 99.9 % are good. A slice is good when at least 95 % of it is.',
    );
    expect(await region('Bad slices')).toBeInTheDocument();
  });

  it.each([
    [
      'young',
      { state: 'young', coverage: 0.12 },
      '12 % of the window is measured so far.',
    ],
    [
      'stale',
      {
        state: 'stale',
        reason: 'Prometheus answers late.',
        measuredAt: '2026-11-23T14:02:00Z',
      },
      'Last known at 14:02 UTC, 30 min agoPrometheus answers late.',
    ],
    [
      'without data',
      { state: 'no-data', budgetRemaining: undefined, events: undefined },
      'Its metrics have no data.',
    ],
    [
      'without traffic',
      { state: 'no-traffic', budgetRemaining: undefined, events: undefined },
      'No events. Nothing can fail, so the budget rests.',
    ],
    [
      'exhausted',
      {
        state: 'exhausted',
        budgetRemaining: -0.042,
        budgetRemainingMinutes: -18.1,
      },
      'The budget is used up: 4.2 % or 18.1 min over.',
    ],
  ] as const)(
    'explains an SLO that is %s',
    async (_name, changes, sentence) => {
      const status = aSlo({ burnRates: [], ...changes });
      await show({
        sloDetail: aSloDetail({ status }),
        history: range => aHistoryOf(status, range),
        alerts: { items: [], totalItems: 0, health: HEALTHY_SOURCES },
      });
      expect(await text(/^State/)).toContain(sentence);
    },
  );

  it('shows what is wrong with a definition, and no charts of nothing', async () => {
    await show({
      sloDetail: aSloDetail({
        status: aSlo({
          state: 'invalid',
          objective: 0,
          budgetRemaining: undefined,
          events: undefined,
          burnRates: [],
          reason: '“30” is not a duration. The unit is missing.',
        }),
      }),
    });
    expect(await text(/^State/)).toContain('“30” is not a duration.');
    expect(screen.queryByRole('region', { name: 'Budget left' })).toBeNull();
    expect(
      screen.getByRole('link', { name: /Edit in catalog-info/ }),
    ).toBeInTheDocument();
  });

  it('says nothing of now while Prometheus is away, and tries again on demand', async () => {
    const { api } = await show({
      sloDetail: {
        ...STORY_DETAIL,
        health: [
          {
            source: 'prometheus:default',
            state: 'unreachable',
            lastSuccessAt: '2026-11-23T14:02:00Z',
          },
        ],
      },
      alerts: { items: [], totalItems: 0, health: [HEALTHY_SOURCES[1]] },
    });
    const header = await text(/^State/);
    expect(header).toContain('Unknown');
    expect(header).toContain('last known: Burning, at 14:02 UTC, 30 min ago');
    expect(header).toContain('No alert of this SLO is known to fire');

    api.answers.sloDetail = STORY_DETAIL;
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    expect(await screen.findByText('Burning')).toBeInTheDocument();
  });

  it('says what to do when there is no such SLO', async () => {
    await show({ sloDetail: refused(404) });
    expect(await screen.findByText('There is no such SLO')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Monitoring of ingestor' }),
    ).toHaveAttribute('href', '/catalog/default/component/ingestor/monitoring');
  });

  it('says which permission is missing', async () => {
    await show({ sloDetail: refused(403) });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'monitoring.read',
    );
  });

  it('keeps the place of its parts while it loads', async () => {
    await show({ sloDetail: new Promise<never>(() => {}) });
    expect(
      screen.getByRole('status', { name: 'Loading the SLO' }),
    ).toBeInTheDocument();
  });

  it('warns of what the SLO will not do', async () => {
    await show({
      sloDetail: {
        ...STORY_DETAIL,
        warnings: [
          {
            annotation: 'monitoring/slos',
            severity: 'warning',
            message: 'The pair 1 h and 5 min can never fire.',
          },
        ],
      },
    });
    expect(
      await screen.findByText('The pair 1 h and 5 min can never fire.'),
    ).toBeInTheDocument();
  });

  it('has no fault that axe finds', async () => {
    const { container } = await show();
    await screen.findByRole('img', { name: /^Burn rates/ });
    const { violations } = await axe(container);
    expect(violations).toEqual([]);
  });
});
