import { evaluateSloStatus } from '@sightline/backstage-plugin-monitoring-common';
import { anSlo } from '../__testUtils__/builders';
import { FakePrometheus } from '../__testUtils__/FakePrometheus';
import { readRawSamples } from './readRawSamples';

const time = Date.parse('2026-11-23T14:32:00Z') / 1_000;

/** A service that began `hours` ago, of whose 100 events one was bad, in the last hour. */
function aServiceSince(hours: number) {
  return new FakePrometheus('default', query => {
    if (query.startsWith('count_over_time')) {
      return hours > 0 ? [{ labels: {}, value: hours }] : [];
    }
    const value = query.includes('5..') ? 1 : 100;
    return [...query.matchAll(/"window", "(\d+)"/g)].map(([, window]) => ({
      labels: { window },
      value: Number(window) >= 3_600 ? value : 0,
    }));
  });
}

describe('readRawSamples', () => {
  it.each([
    [0, 1 / 600],
    [1, 1 / 600],
    [3, 1 / 200],
    [6, 1 / 100],
    [600, 1 / 100],
  ])(
    'weighs six hours of a service that is %p hours old as if it had been good before',
    async (hours, ratio) => {
      const { burn, coverage } = await readRawSamples(
        aServiceSince(hours),
        anSlo('ingestor'),
        { time },
      );
      const { bad = NaN, total = NaN } = burn[21_600];
      expect(bad / total).toBeCloseTo(ratio, 12);
      expect(burn[3_600]).toEqual({ bad: 1, total: 100 });
      expect(coverage).toBeCloseTo(hours / 720, 12);
    },
  );

  it('calls a service young, not burning, whose first hour had a bad event', async () => {
    const slo = anSlo('ingestor', { objective: '0.99' });
    const samples = await readRawSamples(aServiceSince(0), slo, { time });
    const fresh = { ...samples.burn, 300: { bad: 1, total: 10 } };
    expect(
      evaluateSloStatus({ slo, samples: { ...samples, burn: fresh } }).state,
    ).toBe('young');
  });
});
