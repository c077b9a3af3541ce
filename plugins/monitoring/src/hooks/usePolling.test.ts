import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { usePolling } from './usePolling';

function setHidden(hidden: boolean) {
  Object.defineProperty(document, 'hidden', {
    configurable: true,
    get: () => hidden,
  });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('usePolling', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    cleanup();
    jest.useRealTimers();
    setHidden(false);
  });

  const advance = (milliseconds: number) =>
    act(() => jest.advanceTimersByTimeAsync(milliseconds));

  it('reads again after each interval and keeps the old answer meanwhile', async () => {
    let count = 0;
    const load = jest.fn(async () => (count += 1));
    const { result } = renderHook(() => usePolling(load, 1000));

    expect(result.current.value).toBeUndefined();
    await advance(0);
    expect(result.current.value).toBe(1);
    await advance(999);
    expect(result.current.value).toBe(1);
    await advance(1);
    expect(result.current.value).toBe(2);
  });

  it('keeps what it knew when a later read fails, and recovers by itself', async () => {
    const load = jest
      .fn<Promise<string>, []>()
      .mockResolvedValueOnce('first')
      .mockRejectedValueOnce(new Error('gone'))
      .mockResolvedValueOnce('back');
    const { result } = renderHook(() => usePolling(load, 1000));

    await advance(0);
    const knownSince = result.current.loadedAt;
    await advance(1000);
    expect(result.current.value).toBe('first');
    expect(result.current.loadedAt).toBe(knownSince);
    expect(result.current.error?.message).toBe('gone');
    await advance(1000);
    expect(result.current.value).toBe('back');
    expect(result.current.error).toBeUndefined();
  });

  it('rests while the page is hidden and reads at once when it is shown', async () => {
    const load = jest.fn(async () => 'answer');
    renderHook(() => usePolling(load, 1000));
    await advance(0);
    expect(load).toHaveBeenCalledTimes(1);

    setHidden(true);
    await advance(10_000);
    expect(load).toHaveBeenCalledTimes(1);

    setHidden(false);
    await advance(0);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('never shows the answer to another question', async () => {
    const first = jest.fn(async () => 'of the first service');
    const second = jest.fn(async () => 'of the second service');
    const { result, rerender } = renderHook(
      ({ load }) => usePolling(load, 1000),
      { initialProps: { load: first } },
    );
    await advance(0);
    expect(result.current.value).toBe('of the first service');

    rerender({ load: second });
    expect(result.current.value).toBeUndefined();
    await waitFor(() =>
      expect(result.current.value).toBe('of the second service'),
    );
  });

  it('reads at once when asked to, and never twice at the same time', async () => {
    const load = jest.fn(async () => 'answer');
    const { result } = renderHook(() => usePolling(load, 1000));
    await advance(0);

    act(() => {
      result.current.refresh();
      result.current.refresh();
    });
    await advance(0);
    expect(load).toHaveBeenCalledTimes(2);
  });
});
