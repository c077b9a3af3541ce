import { setTimeout as pause } from 'node:timers/promises';
import { startDemo } from '../startDemo';
import { readRunArguments } from './readRunArguments';

/** Given by `npm start`: nobody else would end the demo if that were killed. */
const WITH_PARENT = '--end-with-parent';
/** How often it is looked whether who started us is still there. */
const INTERVAL = 200;

/**
 * Runs the demo until Ctrl-C. When that comes while it starts, returns at once: what has been started
 * ends with this process.
 *
 * @param print - one line for people
 */
export async function runDemo(
  args: string[],
  print: (line: string) => void,
): Promise<void> {
  const parent = process.ppid;
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => interruption.abort());
  }
  const isOrphan = () => args.includes(WITH_PARENT) && process.ppid !== parent;
  const options = readRunArguments(args.filter(arg => arg !== WITH_PARENT));
  const interrupted = (async () => {
    while (!interruption.signal.aborted && !isOrphan()) {
      await pause(INTERVAL);
    }
  })();
  const demo = await Promise.race([
    startDemo({ ...options, onStep: print }),
    interrupted,
  ]);
  if (!demo) {
    return;
  }
  try {
    print('Ready. Ctrl-C ends everything.');
    await interrupted;
  } finally {
    await demo.stop();
  }
}
