import { anSlo, KINDS, Scenario } from './__testUtils__/Scenario';
import { Traffic } from './__testUtils__/Traffic';

describe.each(KINDS)('a young SLO, %s rules', kind => {
  it('that burns from its first minute pages when the time has come', () => {
    const slo = anSlo(kind, 'ingestor');
    // 14 times the budget: 6/14 of six hours, which nothing is known of before.
    const traffic = new Traffic().for(180, { good: 986, bad: 14 });
    const scenario = new Scenario().with(slo, traffic);
    const [{ from }] = scenario.expectTheory(slo, 'medium', traffic);
    expect(from).toBe(155);
    expect(scenario.run()).toBe('');
  });

  it('with one bad minute says nothing over the long windows', () => {
    const slo = anSlo(kind, 'ingestor');
    const traffic = new Traffic()
      .for(30, { good: 100 })
      .for(1, { good: 50, bad: 50 })
      .for(100, { good: 100 });
    const scenario = new Scenario().with(slo, traffic);
    expect(scenario.expectTheory(slo, 'medium', traffic)).toEqual([]);
    for (const tier of ['medium', 'slow', 'long', 'exhausted'] as const) {
      for (const minute of [31, 32, 35, 40, 60, 90, 120, 131]) {
        scenario.expectAlert(slo, tier, minute, false);
      }
    }
    expect(scenario.run()).toBe('');
  });
});
