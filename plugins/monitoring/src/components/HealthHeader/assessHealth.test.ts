import { anAlert, aSlo } from '../../__testUtils__';
import { assessHealth, HealthInput } from './assessHealth';

const ok = { source: 'prometheus:default', state: 'ok' } as const;

function input(changes: Partial<HealthInput>): HealthInput {
  return {
    optedIn: true,
    reconciled: true,
    hasAlertRules: true,
    slos: [aSlo({ state: 'ok' })],
    alerts: [],
    sources: [ok],
    ...changes,
  };
}

const burning = aSlo({ id: 'availability', state: 'burning' });
const burnAlert = anAlert({
  sloId: 'availability',
  since: '2026-11-23T14:01:00Z',
  runbookUrl: 'https://docs.example.com/burn',
});

describe('assessHealth', () => {
  it.each<[string, Partial<HealthInput>, string]>([
    ['every SLO is met and nothing fires', {}, 'healthy'],
    ['a budget burns', { slos: [aSlo({}), burning] }, 'burning'],
    [
      'a budget burns while another is used up and rests',
      { slos: [aSlo({ state: 'exhausted' }), burning] },
      'burning',
    ],
    [
      'a budget is used up',
      { slos: [aSlo({}), aSlo({ state: 'exhausted' })] },
      'exhausted',
    ],
    ['a critical alert fires', { alerts: [anAlert({})] }, 'critical'],
    [
      'a critical alert fires while a budget burns slowly',
      { slos: [aSlo({ state: 'warning' })], alerts: [anAlert({})] },
      'critical',
    ],
    [
      'a budget burns while a critical alert fires',
      { slos: [burning], alerts: [anAlert({})] },
      'burning',
    ],
    [
      'a warning fires',
      { alerts: [anAlert({ severity: 'warning' })] },
      'warning',
    ],
    ['metrics are missing', { slos: [aSlo({ state: 'no-data' })] }, 'no-data'],
    [
      'there is no traffic',
      { slos: [aSlo({ state: 'no-traffic' })] },
      'healthy',
    ],
    [
      'an alert waits to fire',
      { alerts: [anAlert({ state: 'pending' })] },
      'pending',
    ],
    [
      'the only alert is silenced',
      { alerts: [anAlert({ state: 'silenced' })] },
      'healthy',
    ],
    ['the entity did not opt in', { optedIn: false }, 'not-monitored'],
    [
      'nothing watches it: no alert rule, no SLO',
      { slos: [], hasAlertRules: false },
      'unwatched',
    ],
    [
      'its only SLO is met, without alert rules',
      { hasAlertRules: false },
      'healthy',
    ],
    ['no run has looked at it yet', { reconciled: false, slos: [] }, 'waiting'],
    [
      'Sightline has just started',
      { slos: [], sources: [{ ...ok, state: 'starting' }] },
      'starting',
    ],
  ])('when %s, with %p', (_when, changes, state) => {
    expect(assessHealth(input(changes)).state).toBe(state);
  });

  it('burns since the burn-rate alert fires, and offers its runbook', () => {
    expect(
      assessHealth(input({ slos: [burning], alerts: [burnAlert] })),
    ).toMatchObject({
      since: '2026-11-23T14:01:00Z',
      slo: burning,
      runbookUrl: 'https://docs.example.com/burn',
    });
  });

  it('takes the runbook of the most urgent alert that has one', () => {
    const health = assessHealth(
      input({
        alerts: [
          anAlert({ severity: 'warning', runbookUrl: 'https://x/warning' }),
          anAlert({ runbookUrl: undefined }),
          anAlert({ runbookUrl: 'https://x/critical' }),
        ],
      }),
    );
    expect(health.runbookUrl).toBe('https://x/critical');
  });

  it('says unknown, with what was last known, when Prometheus does not answer', () => {
    const source = {
      source: 'prometheus:default',
      state: 'unreachable',
      lastSuccessAt: '2026-11-23T14:02:00Z',
    } as const;
    expect(
      assessHealth(input({ slos: [burning], sources: [source] })),
    ).toMatchObject({ state: 'unknown', lastKnown: 'burning', source });
  });

  it('claims nothing when Prometheus has never answered', () => {
    const source = {
      source: 'prometheus:default',
      state: 'unreachable',
    } as const;
    expect(assessHealth(input({ slos: [], sources: [source] }))).toMatchObject({
      state: 'unknown',
      lastKnown: undefined,
    });
  });

  it('stays sure of the SLOs when only the Alertmanager is silent', () => {
    const source = {
      source: 'alertmanager:default',
      state: 'unreachable',
    } as const;
    expect(assessHealth(input({ sources: [ok, source] })).state).toBe(
      'healthy',
    );
  });
});
