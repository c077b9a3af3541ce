import { anSlo, KINDS, Scenario } from './__testUtils__/Scenario';
import { Traffic } from './__testUtils__/Traffic';

describe.each(KINDS)('two SLOs on one metric, %s rules', kind => {
  it('alert each at its own objective, by one recording', () => {
    const strict = anSlo(kind, 'ingestor', {
      id: 'strict',
      objective: '0.9999',
    });
    const loose = anSlo(kind, 'ingestor', { id: 'loose', objective: '0.99' });
    // 1 %: 100 times the one budget, and just the other.
    const traffic = new Traffic()
      .for(60, { good: 1_000 })
      .for(30, { good: 990, bad: 10 })
      .for(15, { good: 1_000 });
    const scenario = new Scenario()
      .with([strict, loose], traffic)
      .expect('count(sightline:sli_bad:increase1h)', 90, 1);
    expect(scenario.expectTheory(strict, 'fast', traffic)).toHaveLength(1);
    expect(scenario.expectTheory(loose, 'fast', traffic)).toEqual([]);
    expect(scenario.run()).toBe('');
  });

  it('of different SLIs do not mix', () => {
    const all = anSlo(kind, 'ingestor');
    const uploads = anSlo(kind, 'ingestor', {
      id: 'uploads',
      sliId: 'http:uploads',
      sli: {
        type: 'ratio',
        bad: 'increase(requests_total{$selector, code="none"}[$window])',
        total: 'increase(requests_total{$selector}[$window])',
      },
    });
    const traffic = new Traffic()
      .for(60, { good: 100 })
      .for(30, { good: 80, bad: 20 });
    const scenario = new Scenario()
      .with([all, uploads], traffic)
      .expect('sum(sightline:sli_bad:increase1h{sli="http:uploads"})', 90, 0)
      .expectQuiet(uploads, 65, 70, 80, 90);
    expect(scenario.expectTheory(all, 'fast', traffic)).toHaveLength(1);
    expect(scenario.run()).toBe('');
  });
});
