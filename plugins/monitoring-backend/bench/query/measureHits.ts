import { median } from '../lib/statistics';
import { answered, Bench, linesOf, rangeBefore } from './Bench';
import { PANELS } from './services';

/** One after the other before the other kind has its turn. */
const TURN = 25;
/** Of each kind, before anything is measured. */
const WARM_UP = 500;

/** What is held is sent about as fast as constant bytes of the same length. */
export async function measureHits(bench: Bench): Promise<void> {
  const { report, scale, viewer, backend } = bench;
  const wanted = { service: 0, panels: PANELS, range: rangeBefore(bench, 10) };
  linesOf(await viewer.panels(wanted));
  const { bytes } = await viewer.panels(wanted);
  await backend.setConstant(bytes);
  for (let index = 0; index < WARM_UP; index += 1) {
    answered(await viewer.panels(wanted));
    answered(await viewer.constant(wanted));
  }
  const ratios: number[] = [];
  const times: number[] = [];
  for (let repeat = 0; repeat < scale.repeats; repeat += 1) {
    const hits: number[] = [];
    const constants: number[] = [];
    while (hits.length < scale.requests) {
      for (let turn = 0; turn < TURN; turn += 1) {
        hits.push(answered(await viewer.panels(wanted)).milliseconds);
      }
      for (let turn = 0; turn < TURN; turn += 1) {
        constants.push(answered(await viewer.constant(wanted)).milliseconds);
      }
    }
    ratios.push(median(hits) / median(constants));
    times.push(median(hits));
  }
  report.add('hit: size of 8 panels, gzipped', bytes.length / 1_000, 'kB');
  report.addAll('hit: p50', times, 'ms');
  report.addAll('hit: p50 to that of constant bytes', ratios, '×', 1.5);
}
