import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aSlo,
  BURNING_SLO,
  HEALTHY_SOURCES,
  LATENCY_SLO,
  readable,
  renderScreen,
  STORY_ALERTS,
} from '../../__testUtils__';
import { HealthInput } from './assessHealth';
import { HealthHeader } from './HealthHeader';

async function show(changes: Partial<HealthInput>, onRetry = () => {}) {
  await renderScreen(
    <HealthHeader
      optedIn
      reconciled
      hasAlertRules
      slos={[aSlo(), LATENCY_SLO]}
      alerts={[]}
      sources={HEALTHY_SOURCES}
      entityName="ingestor"
      onRetry={onRetry}
      {...changes}
    />,
  );
  return readable(screen.getByRole('region', { name: 'Health of ingestor' }));
}

describe('HealthHeader', () => {
  it('says in one sentence what fails, since when, and when the budget is gone', async () => {
    const text = await show({
      slos: [BURNING_SLO, LATENCY_SLO],
      alerts: STORY_ALERTS.items,
    });
    expect(text).toContain('Burningsince 14:01 UTC, 31 min ago');
    expect(text).toContain('The availability budget is spent 56.9× too fast.');
    expect(text).toContain(
      'At this rate it is gone in 7 h 39 min, at about 22:11 UTC.',
    );
    expect(text).toContain('Budget left60.4 %26.1 min of 43.2 min');
    expect(text).toContain(
      'Alerts firing43 critical, 1 warning1 on an error budget',
    );
    expect(text).toContain('SLOs burning1 of 21 other met');
  });

  it('has one primary action: the runbook of the most urgent alert', async () => {
    await show({ slos: [BURNING_SLO], alerts: STORY_ALERTS.items });
    expect(screen.getByRole('link', { name: /Open runbook/ })).toHaveAttribute(
      'href',
      'https://docs.example.com/runbooks/DatabasePoolExhausted',
    );
  });

  it('says that all is well, with the least budget left', async () => {
    const text = await show({});
    expect(text).toContain('Healthy');
    expect(text).toContain('All 2 SLOs are met, no alert fires.');
    expect(text).toContain('Least budget left41.8 %latency-p95');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('does not call an SLO met that has not been measured for its window', async () => {
    expect(await show({ slos: [aSlo({ state: 'young' })] })).toContain(
      'No error budget burns, no alert fires.',
    );
  });

  it('says what an exhausted SLO is left with, and that it still burns', async () => {
    const slo = aSlo({
      state: 'exhausted',
      budgetRemaining: -0.042,
      burnRates: [{ ...BURNING_SLO.burnRates[0], longBurnRate: 3.2 }],
    });
    expect(await show({ slos: [slo] })).toContain(
      'The error budget of availability is used up: −4.2 % left. It still burns at 3.2×.',
    );
  });

  it('says nothing of now when Prometheus does not answer, and tries again on demand', async () => {
    const onRetry = jest.fn();
    const text = await show(
      {
        sources: [
          {
            source: 'prometheus:default',
            state: 'unreachable',
            lastSuccessAt: '2026-11-23T14:02:00Z',
          },
        ],
      },
      onRetry,
    );
    expect(text).toContain('Unknown');
    expect(text).toContain('last known: Healthy, at 14:02 UTC, 30 min ago');
    expect(text).toContain('Prometheus “default” does not answer.');

    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });
});
