import { SloSamples } from '@sightline/backstage-plugin-monitoring-common';
import { mergeSamples } from './mergeSamples';

/** Twelve hours are recorded. */
const halfADay = (window: number) => Math.min(1, 43_200 / window);
const nothing = () => 0;
function samples(bad: number, coverage: number): SloSamples {
  const counts = { bad, total: 100 };
  return {
    time: 1_795_444_320,
    window: counts,
    burn: { 300: counts, 3600: counts, 21600: counts, 259200: counts },
    coverage,
  };
}

const bads = ({ burn }: SloSamples) =>
  Object.values(burn).map(({ bad }) => bad);

describe('mergeSamples', () => {
  it('takes what there is', () => {
    expect(mergeSamples(undefined, undefined, nothing)).toBeUndefined();
    expect(mergeSamples(samples(1, 1), undefined, () => 1)).toEqual(
      samples(1, 1),
    );
    expect(mergeSamples(undefined, samples(2, 1), nothing)).toEqual(
      samples(2, 1),
    );
  });

  it('takes recorded windows as far back as they are recorded, and raw ones beyond', () => {
    const merged = mergeSamples(samples(1, 12 / 720), samples(2, 1), halfADay)!;
    expect(bads(merged)).toEqual([1, 1, 1, 2]);
    expect(merged.window.bad).toBe(2);
    expect(merged.coverage).toBe(1);
  });

  it('takes recorded figures up to an hour from the first evaluation on', () => {
    expect(bads(mergeSamples(samples(1, 0), samples(2, 1), nothing)!)).toEqual([
      1, 1, 2, 2,
    ]);
  });

  it('takes the recorded window when the raw series are no older', () => {
    const merged = mergeSamples(samples(1, 0.5), samples(2, 0.5), halfADay)!;
    expect(merged.window.bad).toBe(1);
  });

  it('weighs a window of which a part is recorded, where nothing says more', () => {
    const { burn } = mergeSamples(samples(1, 12 / 720), undefined, halfADay)!;
    expect(burn[21_600]).toEqual({ bad: 1, total: 100 });
    // Three days are six times as long.
    expect(burn[259_200]).toEqual({ bad: 1, total: 600 });
  });

  it('tells nothing of a window of which nobody knows how much is recorded', () => {
    const { burn } = mergeSamples(samples(1, 0), undefined, nothing)!;
    expect(burn[3_600]).toEqual({ bad: 1, total: 100 });
    expect(burn[21_600]).toEqual({});
  });
});
