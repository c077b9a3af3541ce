import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  anAlert,
  aPair,
  aSlo,
  BURNING_SLO,
  FakeMonitoringApi,
  LATENCY_SLO,
  readable,
  renderScreen,
  STORY_DETAIL,
  STORY_HISTORY,
} from '../../__testUtils__';
import { SloCard } from './SloCard';

const card = (name: string) => screen.getByRole('region', { name });

describe('SloCard', () => {
  it('shows budget, SLI, burn rate against its limit, and when the budget is gone', async () => {
    await renderScreen(
      <SloCard
        slo={BURNING_SLO}
        alerts={[
          anAlert({ sloId: 'availability', since: '2026-11-23T14:01:00Z' }),
        ]}
      />,
    );
    const text = readable(card('availability'));
    expect(text).toContain('Burning');
    expect(text).toContain('99.9 % of uploads succeed, rolling 30 d');
    expect(text).toContain('Budget left60.4 %26.1 min of 43.2 min');
    expect(text).toContain('28,992 of 48,000 bad events left');
    expect(text).toContain('SLI, 30 d99.960 %objective 99.9 %');
    expect(text).toContain(
      'Budget gone in7 h 39 minat the burn of the last 1 h',
    );
    expect(text).toContain('Burn rate, 1 h 56.9×');
    expect(text).toContain('over 14.4× (pages)');
    expect(text).toContain('Paging since 14:01 UTC');
    expect(
      screen.getByRole('img', { name: 'Burn rate 56.9×, limit 14.4×' }),
    ).toBeInTheDocument();
  });

  it('is calm when nobody has to act', async () => {
    await renderScreen(<SloCard slo={LATENCY_SLO} alerts={[]} />);
    const text = readable(card('latency-p95'));
    expect(text).toContain('OK');
    expect(text).toContain('97.09 %');
    expect(text).toContain('6 d 23 h');
    expect(text).toContain('pages at 14.4×');
    expect(text).toContain(
      'Nobody is notified: no burn rate is over its limit',
    );
  });

  it('says that the budget lasts when the burn rate is below 1', async () => {
    await renderScreen(<SloCard slo={aSlo()} alerts={[]} />);
    expect(readable(card('availability'))).toContain(
      'Budget gone in–the budget lasts at this burn',
    );
  });

  it('says at which burn rate the budget is gone where that is not the one of the deciding pair', async () => {
    const slo = aSlo({
      burnRates: [
        aPair({
          tier: 'long',
          severity: 'ticket',
          longWindow: 3 * 86_400,
          limit: 1,
          longBurnRate: 0.5,
        }),
        aPair({ longBurnRate: 10.2 }),
      ],
      timeToExhaustion: 2 * 86_400,
      exhaustionWindow: 3_600,
    });
    await renderScreen(<SloCard slo={slo} alerts={[]} />);
    const text = readable(card('availability'));
    expect(text).toContain('Burn rate, 3 d 0.5×');
    expect(text).toContain(
      'Budget gone in2 dat the burn of the last 1 h, 10.2×',
    );
  });

  it('says when the budget of a calendar window is whole again', async () => {
    const slo = aSlo({
      window: { type: 'calendar', unit: 'month', timeZone: 'Europe/Berlin' },
      windowEnd: '2026-11-30T23:00:00Z',
    });
    await renderScreen(<SloCard slo={slo} alerts={[]} />);
    expect(readable(card('availability'))).toContain('whole again on 1 Dec');
  });

  it('leads to the page of the SLO, and tells a figure’s query only when asked', async () => {
    const api = FakeMonitoringApi.create({ sloDetail: STORY_DETAIL });
    const read = jest.spyOn(api, 'getSloDetail');
    await renderScreen(<SloCard slo={BURNING_SLO} alerts={[]} />, { api });
    expect(
      screen.getByRole('link', { name: 'Open SLO availability' }),
    ).toBeInTheDocument();
    expect(read).not.toHaveBeenCalled();

    await userEvent.hover(screen.getByRole('link', { name: /99\.960/ }));
    expect(
      await screen.findByText(/sightline:sli_total:window/),
    ).toBeInTheDocument();
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('shows by how much an exhausted budget is overspent', async () => {
    const slo = aSlo({
      state: 'exhausted',
      objective: 0.99,
      budgetRemaining: -0.042,
      budgetRemainingMinutes: -18.1,
      burnRates: [aPair({ longBurnRate: 0.2 })],
    });
    await renderScreen(<SloCard slo={slo} alerts={[]} />);
    const text = readable(card('availability'));
    expect(text).toContain('−4.2 %18.1 min over');
    expect(text).toContain('overspent by 4.2 %');
    expect(text).toContain('it is used up');
  });

  it.each([
    [
      'young',
      { state: 'young', coverage: 0.12 },
      '12 % of the window measured so far.',
    ],
    [
      'stale',
      { state: 'stale', measuredAt: '2026-11-23T14:02:00Z' },
      'Last known at 14:02 UTC, 30 min ago',
    ],
    [
      'without data',
      {
        state: 'no-data',
        budgetRemaining: undefined,
        reason: 'http_requests_total{service="ingestor"} has no series.',
      },
      'http_requests_total{service="ingestor"} has no series.',
    ],
    [
      'without traffic',
      { state: 'no-traffic', budgetRemaining: undefined },
      'No events. Nothing can fail, so the budget rests.',
    ],
    [
      'invalid',
      { state: 'invalid', budgetRemaining: undefined, burnRates: [] },
      'This SLO is not computed.',
    ],
  ] as const)(
    'explains an SLO that is %s',
    async (_name, changes, sentence) => {
      await renderScreen(
        <SloCard slo={aSlo({ ...changes, burnRates: [] })} alerts={[]} />,
      );
      expect(readable(card('availability'))).toContain(sentence);
    },
  );

  it('claims no objective of an SLO that could not be read', async () => {
    await renderScreen(
      <SloCard
        slo={aSlo({
          state: 'invalid',
          description: undefined,
          objective: 0,
          burnRates: [],
        })}
        alerts={[]}
      />,
    );
    expect(readable(card('availability'))).not.toContain('Objective');
  });

  it('opens the history on demand, and says in words what the chart shows', async () => {
    const api = FakeMonitoringApi.create({ history: STORY_HISTORY });
    await renderScreen(<SloCard slo={BURNING_SLO} alerts={[]} />, { api });
    expect(screen.queryByRole('img', { name: /over time/ })).toBeNull();

    await userEvent.click(
      screen.getByRole('button', { name: 'Show history of availability' }),
    );

    expect(
      await screen.findByRole('img', {
        name: /^Budget left over time: 100\.0.% at first, 60\.4.% now/,
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Hide history of availability' }),
    ).toHaveAttribute('aria-expanded', 'true');
  });

  it('offers to try again when the history cannot be loaded', async () => {
    const api = FakeMonitoringApi.create({ history: new Error('no') });
    await renderScreen(<SloCard slo={BURNING_SLO} alerts={[]} />, { api });
    await userEvent.click(screen.getByRole('button', { name: /Show history/ }));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The budget’s history could not be loaded');

    api.answers.history = STORY_HISTORY;
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByRole('img', { name: /over time/ }),
    ).toBeInTheDocument();
  });
});
