import { Response } from 'express';

/**
 * Begins an answer of one JSON text per line, each sent at once.
 *
 * @returns a function that sends one line
 */
export function startLines(res: Response): (line: object) => void {
  let started = false;
  return line => {
    if (!started) {
      started = true;
      res.type('application/x-ndjson');
      // Proxies such as nginx would collect the lines.
      res.set({ 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    }
    res.write(`${JSON.stringify(line)}\n`);
    flush(res);
  };
}

/** The compression middleware of the root router collects text until it is told to send it. */
function flush(res: Response & { flush?: () => void }): void {
  res.flush?.();
}
