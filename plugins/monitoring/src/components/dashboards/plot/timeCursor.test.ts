import { joinTimeCursor } from './timeCursor';

/** As uPlot's: everyone but the sender is told. */
function aGroup() {
  const members: { pub: (...all: unknown[]) => void }[] = [];
  const group = {
    sub: (one: never) => members.push(one),
    unsub: (one: never) => members.splice(members.indexOf(one), 1),
    pub: (type: string, self: unknown, ...rest: unknown[]) =>
      members
        .filter(one => one !== self)
        .forEach(one => one.pub(type, self, ...rest)),
  };
  return { sync: () => group } as never;
}

describe('joinTimeCursor', () => {
  it('tells the others the time that the pointer is on, and when it leaves', () => {
    const Plot = aGroup();
    const [here, there] = [jest.fn(), jest.fn()];
    const cursor = joinTimeCursor(Plot, here);
    joinTimeCursor(Plot, there);
    cursor.lead(1_000);
    cursor.lead(undefined);
    expect(there.mock.calls).toEqual([[1_000], [undefined]]);
    expect(here).not.toHaveBeenCalled();
  });

  it('hears nothing any more once it has left', () => {
    const Plot = aGroup();
    const there = jest.fn();
    const cursor = joinTimeCursor(Plot, () => {});
    joinTimeCursor(Plot, there).leave();
    cursor.lead(1_000);
    expect(there).not.toHaveBeenCalled();
  });
});
