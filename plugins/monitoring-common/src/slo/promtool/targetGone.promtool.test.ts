import { anSlo, KINDS, Scenario } from './__testUtils__/Scenario';
import { Traffic } from './__testUtils__/Traffic';

describe.each(KINDS)('metrics that are not there, %s rules', kind => {
  it('are told ten minutes after the last record, until they come back', () => {
    const slo = anSlo(kind, 'ingestor');
    const traffic = new Traffic()
      .for(60, { good: 100 })
      .gap(60)
      .restart()
      .for(30, { good: 100 });
    // The last sample is that of minute 60: a window of 5 minutes has two samples until minute 64.
    const scenario = new Scenario()
      .with(slo, traffic)
      .expectAlert(slo, 'absent', 60 + 4 + 9, false)
      .expectAlert(slo, 'absent', 60 + 4 + 12, true)
      .expectAlert(slo, 'absent', 119, true)
      .expectAlert(slo, 'absent', 124, false);
    expect(scenario.run()).toBe('');
  });

  it('are told when they never were there', () => {
    const slo = anSlo(kind, 'nowhere');
    const there = anSlo(kind, 'there');
    const scenario = new Scenario()
      .with(slo)
      .with(there, new Traffic().for(30, { good: 1 }))
      .expectQuiet(slo, 1, 5, 9)
      .expectAlert(slo, 'absent', 11, true)
      .expectQuiet(there, 1, 5, 9, 11, 15, 30);
    expect(scenario.run()).toBe('');
  });

  it('are not told of a service that merely has no traffic, nor right after the start', () => {
    const slo = anSlo(kind, 'ingestor');
    const scenario = new Scenario()
      .with(slo, new Traffic().silence(60))
      .expectQuiet(slo, 0, 1, 2, 5, 10, 11, 15, 30, 60);
    expect(scenario.run()).toBe('');
  });

  it('are not told of an SLO whose time slices are longer than its windows', () => {
    const slo = anSlo(kind, 'ingestor', {
      window: { type: 'rolling', duration: 86_400 },
      budgetingMethod: 'Timeslices',
      timeSlice: { seconds: 12 * 3_600, target: '0.99' },
    });
    const scenario = new Scenario()
      .with(slo, new Traffic().for(30, { good: 10 }))
      .expectQuiet(slo, 1, 5, 11, 15, 20, 30);
    expect(scenario.run()).toBe('');
  });
});
