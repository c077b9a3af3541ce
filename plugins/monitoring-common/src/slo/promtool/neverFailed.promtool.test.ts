import { anSlo, KINDS, Scenario } from './__testUtils__/Scenario';
import { Traffic } from './__testUtils__/Traffic';

describe.each(KINDS)('a service that has never failed, %s rules', kind => {
  it('has 0 bad events, and no alert', () => {
    const slo = anSlo(kind, 'ingestor');
    const traffic = new Traffic().for(120, { good: 60 });
    const scenario = new Scenario()
      .with(slo, traffic)
      .expect('sum(sightline:sli_bad:increase5m)', 60, 0)
      .expect('sum(sightline:sli_bad:increase6h)', 120, 0)
      .expect('round(sum(sightline:sli_total:increase6h))', 120, 7_200)
      .expectQuiet(slo, 1, 2, 3, 5, 10, 15, 60, 120);
    expect(scenario.run()).toBe('');
  });

  it('pages in time for its first failures', () => {
    const slo = anSlo(kind, 'ingestor');
    const traffic = new Traffic()
      .for(70, { good: 60 })
      .for(30, { good: 30, bad: 30 });
    const scenario = new Scenario().with(slo, traffic);
    const [{ from }] = scenario.expectTheory(slo, 'fast', traffic);
    expect(from).toBe(70 + 2);
    expect(scenario.run()).toBe('');
  });
});
