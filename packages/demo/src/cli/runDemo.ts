import { setTimeout as pause } from 'node:timers/promises';
import { startDemo } from '../startDemo';
import { readRunArguments } from './readRunArguments';

/** How often it is looked whether who started us is still there. */
const INTERVAL = 200;

/**
 * Runs the demo until Ctrl-C, or until the process that started it is gone.
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
  const demo = await startDemo({ ...readRunArguments(args), onStep: print });
  try {
    print('Ready. Ctrl-C ends everything.');
    while (!interruption.signal.aborted && process.ppid === parent) {
      await pause(INTERVAL);
    }
  } finally {
    await demo.stop();
  }
}
