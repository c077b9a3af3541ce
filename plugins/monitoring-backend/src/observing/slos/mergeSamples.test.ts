import { SloSamples } from '@sightline/backstage-plugin-monitoring-common';
import { anSlo } from '../__testUtils__/builders';
import { mergeSamples } from './mergeSamples';

const slo = anSlo('ingestor');

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
    expect(mergeSamples(slo, undefined, undefined)).toBeUndefined();
    expect(mergeSamples(slo, samples(1, 1), undefined)).toEqual(samples(1, 1));
    expect(mergeSamples(slo, undefined, samples(2, 1))).toEqual(samples(2, 1));
  });

  it('takes recorded windows as far back as they are recorded, and raw ones beyond', () => {
    // Twelve hours are recorded.
    const merged = mergeSamples(slo, samples(1, 12 / 720), samples(2, 1))!;
    expect(bads(merged)).toEqual([1, 1, 1, 2]);
    expect(merged.window.bad).toBe(2);
    expect(merged.coverage).toBe(1);
  });

  it('takes recorded figures up to an hour from the first evaluation on', () => {
    expect(bads(mergeSamples(slo, samples(1, 0), samples(2, 1))!)).toEqual([
      1, 1, 2, 2,
    ]);
  });

  it('takes the recorded window when the raw series are no older', () => {
    const merged = mergeSamples(slo, samples(1, 0.5), samples(2, 0.5))!;
    expect(merged.window.bad).toBe(1);
  });
});
