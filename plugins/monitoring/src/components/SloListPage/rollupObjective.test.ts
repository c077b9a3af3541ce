import { SloRollup } from '@sightline/backstage-plugin-monitoring-common';
import { rollupObjective } from './rollupObjective';

const of = (events?: SloRollup['events']) =>
  rollupObjective({ events } as SloRollup);

describe('rollupObjective', () => {
  it.each([
    [100_000, 0.9],
    [1_000, 0.999],
    [700, 0.9999],
    [1e-9, 0.999999],
  ])(
    'with %p bad events allowed in a million is %p',
    (allowedBad, expected) => {
      expect(of({ bad: 0, total: 1e6, allowedBad })).toBe(expected);
    },
  );

  it('does without events', () => {
    expect(of()).toBe(0.999);
    expect(of({ bad: 0, total: 0, allowedBad: 0 })).toBe(0.999);
  });
});
