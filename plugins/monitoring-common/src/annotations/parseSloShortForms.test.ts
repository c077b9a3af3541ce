import { formatSloWindow } from '../durations/formatSloWindow';
import { MONTH, parseAnnotations } from './__testUtils__/parseAnnotations';

describe('parseSloShortForms', () => {
  it.each([
    ['availability 99.95%', '0.9995', MONTH],
    ['availability 99.9% month', '0.999', 'month'],
    ['availability 99.999% quarter', '0.99999', 'quarter'],
    ['errors < 0.1% 7d', '0.999', '7d'],
    ['errors<0.07% 4w', '0.9993', '28d'],
    ['uptime 99% 12h', '0.99', '12h'],
    ['latency p99.9 < 1.5s 28d', '0.999', '28d'],
    ['latency 95% < 500ms 90d', '0.95', '90d'],
    ['availability 7%', '0.07', MONTH],
  ])('reads the SLO %s exactly', (text, objective, window) => {
    const { value, problems } = parseAnnotations({ 'monitoring/slos': text });
    expect(problems).toEqual([]);
    expect(value.slos).toHaveLength(1);
    expect(value.slos[0].objective).toBe(objective);
    expect(
      typeof window === 'string'
        ? formatSloWindow(value.slos[0].window)
        : value.slos[0].window,
    ).toEqual(window);
  });

  it('reads the name and the SLI of an SLO', () => {
    const { value } = parseAnnotations({
      'monitoring/slos':
        'availability 99% name=uploads sli=media-ingestor:uploads 7d',
    });
    expect(value.slos[0]).toMatchObject({
      name: 'uploads',
      sli: 'media-ingestor:uploads',
      window: { type: 'rolling', duration: 604_800 },
    });
  });
});
