import { anSlo, KINDS, Scenario } from './__testUtils__/Scenario';
import { Traffic } from './__testUtils__/Traffic';

describe.each(KINDS)('a short spike, %s rules', kind => {
  it('pages nobody when it spends less than 2 % of the budget', () => {
    const slo = anSlo(kind, 'ingestor');
    // 80 bad events of an hour's 6,000: 1.33 %, under 1.44 %.
    const traffic = new Traffic()
      .for(70, { good: 100 })
      .for(1, { good: 20, bad: 80 })
      .for(60, { good: 100 });
    const scenario = new Scenario().with(slo, traffic);
    expect(scenario.expectTheory(slo, 'fast', traffic)).toEqual([]);
    expect(scenario.expectTheory(slo, 'medium', traffic)).toEqual([]);
    scenario.expectQuiet(slo, 71, 72, 75, 80, 120, 131);
    expect(scenario.run()).toBe('');
  });

  it('pages for one that spends more, and stops when the short window is good', () => {
    const slo = anSlo(kind, 'ingestor');
    const traffic = new Traffic()
      .for(70, { good: 100 })
      .for(3, { bad: 100 })
      .for(40, { good: 100 });
    const scenario = new Scenario().with(slo, traffic);
    // 87 of an hour's 6,000 are over 1.44 %, and 217 of six hours' 36,000 over 0.6 %.
    expect(scenario.expectTheory(slo, 'fast', traffic)).toEqual([
      { from: 71, to: 78 },
    ]);
    expect(scenario.expectTheory(slo, 'medium', traffic)).toEqual([
      { from: 73, to: 103 },
    ]);
    expect(scenario.run()).toBe('');
  });
});
