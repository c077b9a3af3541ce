import { anSlo, KINDS, Scenario } from './__testUtils__/Scenario';
import { Traffic } from './__testUtils__/Traffic';

describe.each(KINDS)('a gap in the scrapes, %s rules', kind => {
  it('of three minutes changes nothing', () => {
    const slo = anSlo(kind, 'ingestor');
    const traffic = new Traffic()
      .for(70, { good: 90, bad: 10 })
      .gap(3)
      .for(20, { good: 90, bad: 10 });
    const scenario = new Scenario().with(slo, traffic);
    for (let minute = 65; minute <= 93; minute += 1) {
      scenario.expectAlert(slo, 'fast', minute, true);
    }
    scenario.expectAlert(slo, 'absent', 75, false);
    expect(scenario.run()).toBe('');
  });

  it('of forty minutes adds no event, and alerts again in time', () => {
    const slo = anSlo(kind, 'ingestor');
    const traffic = new Traffic()
      .for(30, { good: 100 })
      .gap(40)
      .restart()
      .for(60, { good: 100 })
      .for(30, { good: 90, bad: 10 });
    const scenario = new Scenario()
      .with(slo, traffic)
      .expect('count(sightline:sli_total:increase5m)', 50, undefined)
      .expect('round(sum(sightline:sli_total:increase30m), 100)', 130, 3_000)
      .expectAlert(slo, 'absent', 30 + 13, false)
      .expectAlert(slo, 'absent', 30 + 16, true)
      .expectAlert(slo, 'absent', 70 + 3, false);
    const [{ from }] = scenario.expectTheory(slo, 'fast', traffic);
    expect(from).toBe(130 + 9);
    expect(scenario.run()).toBe('');
  });
});
