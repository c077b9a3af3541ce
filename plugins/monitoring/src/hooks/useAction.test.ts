import { act, renderHook } from '@testing-library/react';
import { useAction } from './useAction';

describe('useAction', () => {
  it('does nothing twice at the same time, and says that it is busy', async () => {
    let finish = () => {};
    const perform = jest.fn(
      () =>
        new Promise<void>(resolve => {
          finish = resolve;
        }),
    );
    const { result } = renderHook(() => useAction(perform));
    act(() => {
      result.current.run();
      result.current.run();
    });
    expect(perform).toHaveBeenCalledTimes(1);
    expect(result.current.isBusy).toBe(true);
    await act(async () => finish());
    expect(result.current.isBusy).toBe(false);
  });

  it('keeps what went wrong until it is tried again', async () => {
    const perform = jest
      .fn<Promise<void>, [string]>()
      .mockRejectedValueOnce(new Error('no'))
      .mockResolvedValueOnce();
    const { result } = renderHook(() => useAction(perform));
    await act(async () => result.current.run('a'));
    expect(result.current.error?.message).toBe('no');
    await act(async () => result.current.run('b'));
    expect(result.current).toEqual(
      expect.objectContaining({ isBusy: false, error: undefined }),
    );
    expect(perform.mock.calls).toEqual([['a'], ['b']]);
  });
});
