import { anSlo, KINDS, Scenario } from './__testUtils__/Scenario';
import { Traffic } from './__testUtils__/Traffic';

/** An evening with traffic, hours without, and the morning. */
const night = (morning: { good: number; bad?: number }) =>
  new Traffic()
    .for(20, { good: 200 })
    .silence(6 * 60 + 5)
    .for(30, morning);

/** NaN is the only value that differs from itself. */
const ANY_NAN =
  'sum({__name__=~"sightline:.*"}) != sum({__name__=~"sightline:.*"})';

describe.each(KINDS)('a night without traffic, %s rules', kind => {
  it('is nothing to tell, and has no NaN; a bad morning is not hidden by it', () => {
    const good = anSlo(kind, 'good');
    const bad = anSlo(kind, 'bad');
    const badMorning = night({ good: 190, bad: 10 });
    const scenario = new Scenario()
      .with(good, night({ good: 200 }))
      .with(bad, badMorning)
      .expect(ANY_NAN, 200, undefined)
      .expect(ANY_NAN, 385, undefined)
      .expect('sum(sightline:sli_total:increase6h)', 385, 0)
      .expectQuiet(good, 25, 40, 90, 200, 384, 386, 390, 400, 415)
      .expectQuiet(bad, 25, 40, 90, 200, 384);
    const [{ from }] = scenario.expectTheory(bad, 'fast', badMorning);
    expect(from).toBe(386);
    expect(scenario.expectTheory(bad, 'medium', badMorning)).toHaveLength(1);
    expect(scenario.run()).toBe('');
  });
});
