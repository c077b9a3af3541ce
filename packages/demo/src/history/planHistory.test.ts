import { planHistory, planTopUp } from './planHistory';

const END = 1_795_546_980;
const DAY = 86_400;
const BLOCK = 486 * 3_600;

describe('planHistory', () => {
  it('covers 30 days and a little more without gap or overlap', () => {
    const chunks = planHistory(END);
    expect(END - chunks[0].start).toBeGreaterThanOrEqual(30 * DAY);
    expect(chunks[chunks.length - 1].end).toBe(END);
    chunks.slice(1).forEach((chunk, index) => {
      expect(chunk.start).toBe(chunks[index].end);
    });
  });

  it('has for each stretch of time two samples in the windows that are looked at over it', () => {
    for (const { start, step } of planHistory(END)) {
      const days = (END - start) / DAY;
      // A point of a wide graph, over a month and a week, and a window of five minutes.
      const window = (days < 3.3 && 300) || (days < 7.3 && 600) || 1_800;
      expect(step).toBeLessThanOrEqual(window / 2);
    }
  });

  it('has so few samples that all of them are there within the half minute that a start may take', () => {
    const moments = planHistory(END).reduce(
      (sum, { start, end, step }) => sum + (end - start) / step,
      0,
    );
    expect(moments).toBeLessThan(6_000);
  });

  it('never crosses the border of a block, for which promtool would read the file again', () => {
    for (const { start, end } of planHistory(END)) {
      expect(Math.floor((end - 1) / BLOCK)).toBe(Math.floor(start / BLOCK));
    }
  });

  it('keeps the distance of samples where two chunks meet, whenever it ends', () => {
    for (let minute = 0; minute < 60; minute += 1) {
      const chunks = planHistory(END + minute * 60);
      for (const { start, end, step } of chunks.slice(0, -1)) {
        expect([start, (end - start) % step]).toEqual([start, 0]);
      }
    }
  });
});

describe('planTopUp', () => {
  it('comes within five seconds of now', () => {
    const [chunk] = planTopUp(END, END + 47).slice(-1);
    const samples = Math.ceil((chunk.end - chunk.start) / chunk.step);
    const last = chunk.start + (samples - 1) * chunk.step;
    expect(END + 47 - last).toBeLessThanOrEqual(5);
  });

  it('is fine for the last hours, and finer for the last minutes', () => {
    const chunks = planTopUp(END, END + 10 * 3_600);
    expect(chunks.map(({ step }) => step)).toEqual([60, 30, 30, 5]);
    expect(END + 10 * 3_600 - chunks[1].start).toBeGreaterThan(6 * 3_600);
    for (const [index, { start }] of chunks.slice(1).entries()) {
      expect(start).toBe(chunks[index].end);
    }
  });
});
