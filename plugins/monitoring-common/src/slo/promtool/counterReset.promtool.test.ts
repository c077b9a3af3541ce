import { anSlo, KINDS, Scenario } from './__testUtils__/Scenario';
import { Traffic } from './__testUtils__/Traffic';

describe.each(KINDS)('a counter that falls to 0, %s rules', kind => {
  it('loses no event and adds none', () => {
    const slo = anSlo(kind, 'ingestor');
    const traffic = new Traffic()
      .for(70, { good: 99, bad: 1 })
      .restart()
      .for(50, { good: 99, bad: 1 });
    const scenario = new Scenario()
      .with(slo, traffic)
      .expect('round(sum(sightline:sli_total:increase5m))', 72, 500)
      .expect('round(sum(sightline:sli_bad:increase1h))', 100, 60)
      .expect('round(sum(sightline:sli_total:increase1h))', 100, 6_000);
    expect(scenario.expectTheory(slo, 'fast', traffic)).toEqual([]);
    expect(scenario.run()).toBe('');
  });

  it('keeps a page through restarts every ten minutes', () => {
    const slo = anSlo(kind, 'ingestor');
    const traffic = new Traffic().for(70, { good: 100 });
    for (let restarts = 0; restarts < 6; restarts += 1) {
      traffic.restart().for(10, { good: 95, bad: 5 });
    }
    const scenario = new Scenario().with(slo, traffic);
    const [{ from }] = scenario.expectTheory(slo, 'fast', traffic);
    for (let minute = from + 1; minute <= 130; minute += 1) {
      scenario.expectAlert(slo, 'fast', minute, true);
    }
    expect(scenario.run()).toBe('');
  });
});
