import { median } from '../lib/statistics';
import { Bench, rangeBefore } from './Bench';
import { PANELS } from './services';

const WORKERS = 8;
/** At the memory. */
const LOOKS = 60;
const MEGABYTE = 1_000_000;

/**
 * Memory no longer grows once the caches are full: 16 MB each, so that they soon are. People look
 * at other services, panels and ranges each time.
 */
export async function measureMemory(bench: Bench): Promise<void> {
  const { report, scale, viewer, backend, random } = bench;
  const end = performance.now() + scale.mixed * 1_000;
  let requests = 0;
  let failed = 0;
  const work = async (user: number) => {
    while (performance.now() < end) {
      const { status } = await viewer.panels(
        {
          service: random.between(0, scale.services - 1),
          panels: PANELS.filter((_, at) => at === 0 || random.next() < 0.5),
          range: rangeBefore(bench, random.between(2, 60)),
        },
        user,
      );
      requests += 1;
      failed += status === 200 ? 0 : 1;
    }
  };
  const seen: number[] = [];
  const watch = async () => {
    while (performance.now() < end) {
      seen.push(await backend.memory());
      await new Promise(resolve => {
        setTimeout(resolve, (scale.mixed * 1_000) / LOOKS);
      });
    }
  };
  await Promise.all([
    watch(),
    ...Array.from({ length: WORKERS }, (_, user) => work(user)),
  ]);
  const third = Math.floor(seen.length / 3);
  const early = median(seen.slice(third, 2 * third));
  const late = median(seen.slice(2 * third));
  report.add(`mixed load of ${scale.mixed} s: requests`, requests, '');
  report.add('mixed load: requests that failed', failed, '', 0);
  report.add('mixed load: memory', late / MEGABYTE, 'MB', 600);
  report.add(
    'mixed load: growth of its last third',
    (100 * (late - early)) / early,
    '%',
    15,
  );
}
