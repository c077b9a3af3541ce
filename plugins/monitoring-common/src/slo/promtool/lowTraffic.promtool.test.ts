import { anSlo, KINDS, Scenario } from './__testUtils__/Scenario';
import { Traffic } from './__testUtils__/Traffic';

/** An event a minute, one of which fails. */
const traffic = () =>
  new Traffic().for(70, { good: 1 }).for(1, { bad: 1 }).for(65, { good: 1 });

describe.each(KINDS)('low traffic, %s rules', kind => {
  it('pages for a single bad event without a minimum', () => {
    const slo = anSlo(kind, 'ingestor');
    const scenario = new Scenario().with(slo, traffic());
    // One of 60 is 1.7 %, over 1.44 %.
    expect(scenario.expectTheory(slo, 'fast', traffic())).toEqual([
      { from: 71, to: 76 },
    ]);
    expect(scenario.run()).toBe('');
  });

  it('pages nobody with one, and still does when there is an incident', () => {
    const slo = anSlo(kind, 'ingestor', { alerting: { minimumEvents: 70 } });
    const spike = traffic().for(20, { good: 2, bad: 2 }).for(20, { good: 2 });
    const scenario = new Scenario().with(slo, spike);
    const spans = scenario.expectTheory(slo, 'fast', spike);
    expect(spans).toHaveLength(1);
    // The fourth minute brings the 71st event of the hour.
    expect(spans[0].from).toBe(136 + 4);
    scenario.expectAlert(slo, 'fast', 73, false);
    expect(scenario.run()).toBe('');
  });
});
