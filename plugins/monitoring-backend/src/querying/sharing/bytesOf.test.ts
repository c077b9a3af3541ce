import { bytesOf } from './bytesOf';

const LABELS = { pod: 'a'.repeat(1_000) };

describe('bytesOf', () => {
  it.each([
    ['texts', bytesOf.texts({ texts: ['x'.repeat(1_000)], warnings: [] }, 'k')],
    ['labels', bytesOf.labels({ series: [LABELS], warnings: [] }, 'k')],
    [
      'samples',
      bytesOf.instant(
        { samples: [{ labels: LABELS, value: 1, time: 1 }], warnings: [] },
        'k',
      ),
    ],
    [
      'series',
      bytesOf.range(
        { series: [{ labels: LABELS, times: [1], values: [1] }] },
        'k',
      ),
    ],
  ])('counts how long the texts of %s are', (_, bytes) => {
    expect(bytes).toBeGreaterThan(2_000);
    expect(bytes).toBeLessThan(3_000);
  });

  it('counts times and values', () => {
    const times = Array.from({ length: 1_000 }, (_, index) => index);
    const bytes = bytesOf.range(
      { series: [{ labels: {}, times, values: times }] },
      'k',
    );
    expect(bytes).toBeGreaterThan(16_000);
    expect(bytes).toBeLessThan(17_000);
  });

  it('counts the question of an answer without anything', () => {
    const question = 'q'.repeat(5_000);
    expect(
      bytesOf.instant({ samples: [], warnings: [] }, question),
    ).toBeGreaterThan(10_000);
  });
});
