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

  it('has a sample a minute for the last three days, so that 5-minute windows are filled', () => {
    for (const { start, step } of planHistory(END)) {
      expect(step).toBe(start >= END - 3 * DAY - 7 * 3_600 ? 60 : 300);
    }
  });

  it('never crosses the border of a block, for which promtool would read the file again', () => {
    for (const { start, end } of planHistory(END)) {
      expect(Math.floor((end - 1) / BLOCK)).toBe(Math.floor(start / BLOCK));
    }
  });

  it('keeps the distance of samples where two chunks meet', () => {
    for (const { start, end, step } of planHistory(END)) {
      expect((end - start) % step).toBe(0);
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
    expect(chunks.map(({ step }) => step)).toEqual([60, 15, 15, 5]);
    expect(END + 10 * 3_600 - chunks[1].start).toBeGreaterThan(6 * 3_600);
    for (const [index, { start }] of chunks.slice(1).entries()) {
      expect(start).toBe(chunks[index].end);
    }
  });
});
