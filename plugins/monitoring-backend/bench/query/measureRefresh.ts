import { Bench, linesOf, rangeBefore } from './Bench';
import { countedService, PANELS } from './services';

/** An open dashboard asks for little when it is refreshed each minute. */
export async function measureRefresh(bench: Bench): Promise<void> {
  const { report, scale, viewer, counting } = bench;
  const service = countedService(scale.services);
  const samplesFor = async (minutes: number) => {
    const before = counting.samples;
    const range = rangeBefore(bench, minutes);
    linesOf(await viewer.panels({ service, panels: PANELS, range }));
    return counting.samples - before;
  };
  const first = await samplesFor(10 + scale.refreshes);
  const shares: number[] = [];
  for (let refresh = scale.refreshes - 1; refresh >= 0; refresh -= 1) {
    shares.push((100 * (await samplesFor(10 + refresh))) / first);
  }
  report.add('refresh: samples of 6 h at first', first, '');
  report.addAll('refresh: samples to those of the first', shares, '%', 5);
}
