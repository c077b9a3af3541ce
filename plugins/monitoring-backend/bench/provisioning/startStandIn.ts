import { fork } from 'node:child_process';
import { on } from 'node:events';
import path from 'node:path';

/** Starts the stand-in for Grafana; see `standIn.ts`. */
export async function startStandIn(): Promise<{
  url: string;
  stop(): void;
}> {
  // Inherits how this process runs TypeScript.
  const child = fork(path.join(__dirname, 'standIn.ts'));
  for await (const [message] of on(child, 'message')) {
    // What runs the TypeScript sends messages of its own.
    if (typeof message === 'string') {
      return { url: message, stop: () => child.disconnect() };
    }
  }
  throw new Error('The stand-in for Grafana ended before it was ready');
}
