import { anSlo, KINDS, Scenario } from './__testUtils__/Scenario';
import { Traffic } from './__testUtils__/Traffic';

const HOUR = 3_600;
const rolling = (hours: number) => ({
  window: { type: 'rolling' as const, duration: hours * HOUR },
});

describe.each(KINDS)('a slow leak, %s rules', kind => {
  it('opens a ticket and pages nobody', () => {
    const slo = anSlo(kind, 'ingestor', rolling(24));
    // 3 times the budget of a day: under the 3.6 of a page, over the 1.6 of three hours.
    const traffic = new Traffic()
      .for(30, { good: 1_000 })
      .for(150, { good: 997, bad: 3 });
    const scenario = new Scenario().with(slo, traffic);
    expect(scenario.expectTheory(slo, 'fast', traffic)).toEqual([]);
    expect(scenario.expectTheory(slo, 'medium', traffic)).toEqual([]);
    const [{ from }] = scenario.expectTheory(slo, 'slow', traffic);
    expect(from).toBe(30 + 97);
    expect(scenario.run()).toBe('');
  });

  it('opens a ticket when the budget is spent, and none before', () => {
    const slo = anSlo(kind, 'ingestor', rolling(3));
    // Twice the budget of three hours for an hour and a half is all of it.
    const traffic = new Traffic()
      .for(185, { good: 1_000 })
      .for(120, { good: 998, bad: 2 });
    const scenario = new Scenario().with(slo, traffic);
    scenario
      .expectAlert(slo, 'exhausted', 185 + 80, false)
      .expectAlert(slo, 'exhausted', 185 + 101, true);
    expect(scenario.run()).toBe('');
  });
});
