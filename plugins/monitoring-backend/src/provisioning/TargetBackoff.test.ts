import { TargetBackoff } from './TargetBackoff';

const at = (seconds: number) => new Date(seconds * 1_000);

describe('TargetBackoff', () => {
  it('knows nothing of a target that was not asked yet', () => {
    const backoff = TargetBackoff.create({ random: () => 1 });
    expect(backoff.status('grafana:default')).toEqual({ state: 'unknown' });
    backoff.ended('grafana:default', at(0), undefined);
    expect(backoff.status('grafana:default')).toEqual({ state: 'ok' });
  });

  it('waits at least as long as the target asked for', () => {
    const backoff = TargetBackoff.create({ random: () => 0 });
    backoff.ended('mimir:default', at(0), {
      message: 'Too many requests',
      retryAfter: 90,
    });
    expect(backoff.waiting('mimir:default', at(89))).toBe('Too many requests');
    expect(backoff.waiting('mimir:default', at(90))).toBeUndefined();
    expect(backoff.status('mimir:default')).toEqual({
      state: 'waiting',
      message: 'Too many requests',
      retryAt: at(90).toISOString(),
    });
  });

  it('waits longer with each failure, and no more after a success', () => {
    const backoff = TargetBackoff.create({ random: () => 1 });
    backoff.ended('a', at(0), { message: 'no' });
    backoff.ended('a', at(10), { message: 'no' });
    expect(backoff.waiting('a', at(19))).toBe('no');
    expect(backoff.waiting('a', at(20))).toBeUndefined();
    backoff.ended('a', at(20), undefined);
    backoff.ended('a', at(30), { message: 'no' });
    expect(backoff.waiting('a', at(35))).toBeUndefined();
  });
});
