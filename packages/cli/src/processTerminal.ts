import { Terminal } from './Terminal';

async function readInput(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) {
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  // Whoever reads us may have seen enough, as `head` does: that is no failure.
  process.stdout.on('error', error => {
    process.exit((error as NodeJS.ErrnoException).code === 'EPIPE' ? 0 : 1);
  });
  return {
    out: text => void process.stdout.write(text),
    err: text => void process.stderr.write(text),
    isInteractive: Boolean(process.stdout.isTTY),
    columns: process.stdout.columns,
    readInput,
    directory: process.cwd(),
    env: process.env,
    now: () => new Date(),
  };
}
