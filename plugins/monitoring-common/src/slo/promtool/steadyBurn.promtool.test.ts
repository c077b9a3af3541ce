import { anSlo, KINDS, Scenario } from './__testUtils__/Scenario';
import { Traffic } from './__testUtils__/Traffic';

describe.each(KINDS)('a steady burn, %s rules', kind => {
  it('pages by each pair in its minute, until it is over', () => {
    const slo = anSlo(kind, 'ingestor');
    const traffic = new Traffic()
      .for(30, { good: 1_000 })
      .for(170, { good: 986, bad: 14 })
      .for(40, { good: 1_000 });
    const scenario = new Scenario().with(slo, traffic);
    // 14 times the budget: under 14.4, and over 6 once 6/14 of six hours have been bad.
    expect(scenario.expectTheory(slo, 'fast', traffic)).toEqual([]);
    const [span] = scenario.expectTheory(slo, 'medium', traffic);
    expect(span.from).toBe(30 + 155);
    // 0.6 % of half an hour are 12.9 bad minutes.
    expect(span.to).toBe(200 + 18);
    expect(scenario.run()).toBe('');
  });

  it('pages fast while a tenth fails, and counts exactly', () => {
    const slo = anSlo(kind, 'ingestor');
    const traffic = new Traffic()
      .for(60, { good: 100 })
      .for(60, { good: 90, bad: 10 })
      .for(20, { good: 100 });
    const scenario = new Scenario().with(slo, traffic);
    // 10 % are 100 times the budget: 14.4 % of an hour are enough.
    const [span] = scenario.expectTheory(slo, 'fast', traffic);
    expect(span).toEqual({ from: 60 + 9, to: 120 + 5 });
    scenario
      .expect('round(sum(sightline:sli_bad:increase1h))', 120, 600)
      .expect('round(sum(sightline:sli_total:increase1h))', 120, 6_000);
    expect(scenario.run()).toBe('');
  });

  it('stays quiet at exactly the limit, and fires a little over it', () => {
    const at = anSlo(kind, 'at');
    const over = anSlo(kind, 'over');
    // 1.44 % for good: 14.4 times the budget.
    const atLimit = new Traffic().for(90, { good: 9_856, bad: 144 });
    const overLimit = new Traffic().for(90, { good: 9_855, bad: 145 });
    const scenario = new Scenario().with(at, atLimit).with(over, overLimit);
    expect(scenario.expectTheory(at, 'fast', atLimit)).toEqual([]);
    expect(scenario.expectTheory(over, 'fast', overLimit)).toHaveLength(1);
    expect(scenario.run()).toBe('');
  });
});
