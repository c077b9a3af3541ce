import type uPlot from 'uplot';
import { FOLLOWING_LINE, followingLine } from './followingLine';

/** A chart of 100 pixels that shows the times from 0 to 1,000. */
function aChart() {
  const over = document.createElement('div');
  const setCursor = jest.fn();
  const chart = {
    over,
    bbox: { width: 100 },
    cursor: { left: -10 },
    valToPos: (time: number) => time / 10,
    setCursor,
  };
  return { chart: chart as unknown as uPlot, over, setCursor };
}

const from = (time: number | null, isMarking = false) =>
  ({
    cursor: { sync: { values: [time, null] }, drag: { _x: isMarking } },
  } as unknown as uPlot);

describe('followingLine', () => {
  function follow() {
    const { chart, over, setCursor } = aChart();
    const { init, hears } = followingLine();
    init(chart);
    const line = over.querySelector<HTMLElement>(`.${FOLLOWING_LINE}`)!;
    const shown = () =>
      line.style.display === 'none' ? undefined : line.style.transform;
    return { chart, hears, setCursor, shown };
  }

  it('is where the pointer is on another chart, and leaves uPlot nothing to do', () => {
    const { hears, shown, setCursor } = follow();
    expect(shown()).toBeUndefined();
    expect(hears('mousemove', from(500), 3)).toBe(false);
    expect(shown()).toBe('translateX(50px)');
    expect(hears('mousemove', from(null), -10)).toBe(false);
    expect(shown()).toBeUndefined();
    expect(setCursor).not.toHaveBeenCalled();
  });

  it.each([-1, 1_001])('is not shown at %s, which the chart has not', time => {
    const { hears, shown } = follow();
    hears('mousemove', from(500), 3);
    hears('mousemove', from(time), 3);
    expect(shown()).toBeUndefined();
  });

  it('lets uPlot show what is being marked, and takes its cursor away afterwards', () => {
    const { chart, hears, shown, setCursor } = follow();
    hears('mousemove', from(500), 3);
    expect(hears('mousedown', from(500), 3)).toBe(true);
    expect(hears('mousemove', from(600, true), 4)).toBe(true);
    expect(shown()).toBeUndefined();
    expect(hears('mouseup', from(600), 4)).toBe(true);
    chart.cursor.left = 60;
    expect(hears('mousemove', from(700), 5)).toBe(false);
    expect(setCursor).toHaveBeenCalledWith({ left: -10, top: -10 }, true);
    expect(shown()).toBe('translateX(70px)');
  });
});
