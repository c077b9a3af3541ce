import { throwIfToldToWait } from './throwIfToldToWait';

const NOW = new Date('2026-11-29T12:00:00Z');

describe('throwIfToldToWait', () => {
  it.each([
    [429, undefined, undefined],
    [429, '7', 7],
    [503, 'Sun, 29 Nov 2026 12:00:30 GMT', 30],
    [503, 'Sun, 29 Nov 2026 11:00:00 GMT', 0],
    [429, 'soon', undefined],
  ])('waits after %s with Retry-After %s', (status, retryAfter, seconds) => {
    expect(() =>
      throwIfToldToWait(
        "Mimir 'x'",
        { status, retryAfter, body: '' },
        { now: NOW },
      ),
    ).toThrow(
      expect.objectContaining({
        name: 'ServiceUnavailableError',
        message: expect.stringContaining(`Mimir 'x' asks to be left in peace`),
        retryAfter: seconds,
      }),
    );
  });

  it.each([200, 400, 500, 503])('does not wait after a plain %s', status => {
    expect(() =>
      throwIfToldToWait('Mimir', { status, body: '' }, { now: NOW }),
    ).not.toThrow();
  });
});
