import type uPlot from 'uplot';
import { oncePerFrame } from './oncePerFrame';

describe('oncePerFrame', () => {
  let page: HTMLElement;
  let root: HTMLElement;
  let over: HTMLElement;
  const seen: string[] = [];

  beforeEach(() => {
    jest.useFakeTimers();
    root = document.createElement('div');
    over = document.createElement('div');
    root.append(over, document.createElement('p'));
    page = document.createElement('main');
    page.append(root);
    document.body.append(page);
    seen.length = 0;
    const bind = oncePerFrame();
    for (const name of [
      'mousemove',
      'mousedown',
      'mouseup',
      'mouseleave',
    ] as const) {
      const listener = bind[name]({ root } as uPlot, over, event => {
        seen.push(`${name} ${event.clientX}`);
        return null;
      })!;
      (name === 'mouseup' ? page : over).addEventListener(name, listener);
    }
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  function point(name: string, clientX: number, target: Element = over) {
    target.dispatchEvent(new MouseEvent(name, { clientX, bubbles: true }));
  }

  it('carries out the last of the moves between two frames', () => {
    point('mousemove', 1);
    point('mousemove', 2);
    expect(seen).toEqual([]);
    jest.advanceTimersToNextFrame();
    expect(seen).toEqual(['mousemove 2']);
    jest.advanceTimersToNextFrame();
    expect(seen).toEqual(['mousemove 2']);
    point('mousemove', 3);
    jest.advanceTimersToNextFrame();
    expect(seen).toEqual(['mousemove 2', 'mousemove 3']);
  });

  it.each(['mousedown', 'mouseup', 'mouseleave'])(
    'carries it out before %s, and not again',
    name => {
      point('mousemove', 1);
      point(name, 2);
      jest.advanceTimersToNextFrame();
      expect(seen).toEqual(['mousemove 1', `${name} 2`]);
    },
  );

  it('hears of an end outside of the chart, and of a beginning only inside', () => {
    point('mousedown', 1, root.lastElementChild!);
    point('mouseup', 2, root.lastElementChild!);
    expect(seen).toEqual(['mouseup 2']);
  });

  it('leaves a chart alone that is gone', () => {
    point('mousemove', 1);
    root.remove();
    jest.advanceTimersToNextFrame();
    expect(seen).toEqual([]);
  });
});
