import { anSlo, KINDS, Scenario } from './__testUtils__/Scenario';
import { Traffic } from './__testUtils__/Traffic';

describe.each(KINDS)(
  'a deployment that replaces all series, %s rules',
  kind => {
    it('pages nobody while the service is good', () => {
      const slo = anSlo(kind, 'ingestor');
      const traffic = new Traffic()
        .for(40, { good: 100 })
        .deploy()
        .for(40, { good: 100 })
        .deploy()
        .for(40, { good: 100 });
      const minutes = Array.from({ length: 30 }, (_, minute) => 78 + minute);
      const scenario = new Scenario()
        .with(slo, traffic)
        .expect('count(sightline:sli_total:increase5m)', 42, 1)
        .expectQuiet(slo, 40, 41, 42, 43, 45, 50, ...minutes);
      expect(scenario.run()).toBe('');
    });

    it('keeps a page that goes on, and ends it in time', () => {
      const slo = anSlo(kind, 'ingestor');
      const traffic = new Traffic()
        .for(60, { good: 100 })
        .for(30, { good: 80, bad: 20 })
        .deploy()
        .for(30, { good: 80, bad: 20 })
        .deploy()
        .for(30, { good: 100 });
      const scenario = new Scenario().with(slo, traffic);
      const [span] = scenario.expectTheory(slo, 'fast', traffic);
      for (let minute = span.from + 1; minute < span.to - 1; minute += 1) {
        scenario.expectAlert(slo, 'fast', minute, true);
      }
      expect(scenario.run()).toBe('');
    });
  },
);
