import { CircuitBreaker } from './CircuitBreaker';
import { BreakerState } from './UpstreamObserver';

describe('CircuitBreaker', () => {
  function breaker() {
    const clock = { now: 0 };
    const states: BreakerState[] = [];
    const one = CircuitBreaker.create({
      now: () => clock.now,
      onChange: state => states.push(state),
    });
    const fail = (times: number) => {
      for (let n = 0; n < times; n += 1) {
        one.enter().failed('down');
      }
    };
    return { clock, states, one, fail };
  }

  it('opens after eight failures in a row', () => {
    const { one, fail, states } = breaker();
    fail(7);
    one.enter().succeeded();
    fail(7);
    expect(one.rest).toBeUndefined();
    fail(1);
    expect(one.rest).toEqual({ for: 5_000, reason: 'down' });
    expect(states).toEqual(['open']);
  });

  it('does not count those whom nobody waited for', () => {
    const { one, fail } = breaker();
    fail(7);
    one.enter().abandoned();
    expect(one.rest).toBeUndefined();
    fail(1);
    expect(one.rest).toBeDefined();
  });

  it('lets one trial through, and all when it succeeds', () => {
    const { one, fail, clock, states } = breaker();
    fail(8);
    clock.now = 4_999;
    expect(one.rest).toEqual({ for: 1, reason: 'down' });
    clock.now = 5_000;
    expect(one.rest).toBeUndefined();
    const trial = one.enter();
    expect(one.rest).toBeDefined();
    trial.succeeded();
    expect(one.rest).toBeUndefined();
    one.enter();
    one.enter();
    expect(one.rest).toBeUndefined();
    expect(states).toEqual(['open', 'half-open', 'closed']);
  });

  it('rests twice as long after each trial that fails, up to half a minute', () => {
    const { one, fail, clock } = breaker();
    fail(8);
    const rests = [];
    for (let trial = 0; trial < 5; trial += 1) {
      rests.push(one.rest?.for);
      clock.now += one.rest!.for;
      one.enter().failed('down');
    }
    expect(rests).toEqual([5_000, 10_000, 20_000, 30_000, 30_000]);
    clock.now += 30_000;
    one.enter().succeeded();
    fail(8);
    expect(one.rest?.for).toBe(5_000);
  });

  it('lets the next one try when nobody waits for a trial any more', () => {
    const { one, fail, clock } = breaker();
    fail(8);
    clock.now = 5_000;
    one.enter().abandoned();
    expect(one.rest).toBeUndefined();
  });

  it('tries again beside a trial that does not end, and believes either', () => {
    const { one, fail, clock, states } = breaker();
    fail(8);
    clock.now = 5_000;
    const first = one.enter();
    clock.now = 10_000;
    expect(one.rest).toBeUndefined();
    one.enter();
    first.succeeded();
    expect(states).toEqual(['open', 'half-open', 'closed']);
  });

  it('does not hear those who were under way when it changed', () => {
    const { one, fail, clock, states } = breaker();
    const old = Array.from({ length: 20 }, () => one.enter());
    fail(8);
    old.slice(0, 10).forEach(passage => passage.failed('late'));
    expect(one.rest).toEqual({ for: 5_000, reason: 'down' });
    clock.now = 5_000;
    one.enter().succeeded();
    old.slice(10).forEach(passage => passage.failed('later still'));
    expect(one.rest).toBeUndefined();
    expect(states).toEqual(['open', 'half-open', 'closed']);
  });

  it('rests for as long as it is told to, and not less for being told again', () => {
    const { one, clock } = breaker();
    const underWay = one.enter();
    one.pause(7_000, 'busy');
    one.pause(2_000, 'less busy');
    underWay.succeeded();
    expect(one.rest).toEqual({ for: 7_000, reason: 'busy' });
    clock.now = 7_000;
    expect(one.rest).toBeUndefined();
  });
});
