import { ChildProcess, spawn, spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from 'node:net';
import { freePort } from '@sightline/backstage-plugin-monitoring-node/testUtils';

/** Tests that need a real Redis are skipped by this name where there is none. */
export const describeWithRedis =
  spawnSync('redis-server', ['--version']).status === 0
    ? describe
    : describe.skip;

/** A real Redis, for a test. */
export class TestRedis {
  readonly url: string;
  readonly #process: ChildProcess;

  static async start(): Promise<TestRedis> {
    const port = await freePort();
    const redis = new TestRedis(port);
    for (let attempt = 0; attempt < 100; attempt += 1) {
      if (await answers(port)) {
        return redis;
      }
      await wait(50);
    }
    await redis.stop();
    throw new Error('redis-server did not become ready within 5 s');
  }

  private constructor(port: number) {
    this.url = `redis://127.0.0.1:${port}`;
    this.#process = spawn(
      'redis-server',
      [
        ...['--port', String(port), '--bind', '127.0.0.1'],
        ...['--save', '', '--appendonly', 'no'],
      ],
      { stdio: 'ignore' },
    );
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode === null && !this.#process.killed) {
      await new Promise<void>(resolve => {
        this.#process.once('exit', () => resolve());
        this.#process.kill('SIGKILL');
      });
    }
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
