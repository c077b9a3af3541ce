import { failingSources, withBackend } from './sources';

const refresh = () => {};
const ok = { source: 'prometheus:default', state: 'ok' } as const;

describe('failingSources', () => {
  it('trusts the first report on a source, the newest one', () => {
    const stale = { ...ok, state: 'stale' } as const;
    expect(failingSources([ok, stale])).toEqual([]);
    expect(failingSources([stale, ok])).toEqual([stale]);
  });
});

describe('withBackend', () => {
  it('adds nothing while the backend answers', () => {
    expect(withBackend([ok], { value: 1, refresh })).toEqual([ok]);
  });

  it('says since when the backend is silent', () => {
    expect(
      withBackend(
        [],
        { refresh },
        { error: new Error('gone'), loadedAt: 0, refresh },
      ),
    ).toEqual([
      {
        source: 'sightline',
        state: 'unreachable',
        lastSuccessAt: '1970-01-01T00:00:00.000Z',
      },
    ]);
  });
});
