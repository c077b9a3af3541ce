import { waitFor } from '@testing-library/react';
import { ChartCursor, CursorStore } from './CursorStore';

const at = (index: number, left = 0): ChartCursor => ({
  index,
  indexes: [index, index],
  left,
  top: 0,
  isRemote: false,
  isPinned: false,
});
const frame = () => new Promise(resolve => requestAnimationFrame(resolve));

describe('CursorStore', () => {
  it('tells at most once a frame, and the newest', async () => {
    const store = new CursorStore();
    const listener = jest.fn();
    store.subscribe(listener);
    store.move(at(1));
    store.move(at(2));
    expect(store.shown()).toBeUndefined();
    await frame();
    expect(listener).toHaveBeenCalledTimes(1);
    expect(store.shown()?.index).toBe(2);
  });

  it('keeps what is shown while the cursor only moves between two values', async () => {
    const store = new CursorStore();
    store.subscribe(() => {});
    store.move(at(1, 10));
    await frame();
    const shown = store.shown();
    store.move(at(1, 11));
    await frame();
    expect(store.shown()).toBe(shown);
    expect(store.current?.left).toBe(11);
  });

  it('shows other values no faster than they are read, and the last ones in the end', async () => {
    const store = new CursorStore();
    const places: (number | undefined)[] = [];
    store.subscribe(() => places.push(store.current?.left));
    store.move(at(1, 10));
    await frame();
    store.move(at(2, 20));
    await frame();
    store.move(at(3, 30));
    await frame();
    expect(store.shown()?.index).toBe(1);
    expect(places).toEqual([10, 20, 30]);
    await waitFor(() => expect(store.shown()?.index).toBe(3));
  });

  it('takes away at once what the pointer has left', async () => {
    const store = new CursorStore();
    store.subscribe(() => {});
    store.move(at(1));
    await frame();
    store.move(undefined);
    await frame();
    expect(store.shown()).toBeUndefined();
  });

  it('stays where it was pinned until it is released', async () => {
    const store = new CursorStore();
    store.subscribe(() => {});
    store.move(at(1));
    store.pin();
    store.move(at(5));
    store.move(undefined);
    await frame();
    expect(store.shown()).toMatchObject({ index: 1, isPinned: true });
    store.release();
    await frame();
    expect(store.shown()).toBeUndefined();
  });

  it('tells nothing to those who have left', async () => {
    const store = new CursorStore();
    const listener = jest.fn();
    store.subscribe(listener)();
    store.move(at(1));
    await frame();
    expect(listener).not.toHaveBeenCalled();
  });
});
