import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { startProcess } from './startProcess';

/** Each sleeps for its own time, to be told from everything else that runs. */
const SECONDS = [9_123_401, 9_123_402, 9_123_403] as const;
const TRANSFORM = require.resolve('@backstage/cli/config/nodeTransform.cjs');

describe('startProcess', () => {
  const directory = mkdtempSync(join(tmpdir(), 'sightline-process-'));
  const logFile = join(directory, 'log');
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  async function runs(seconds: number): Promise<boolean> {
    const { stdout } = await promisify(execFile)('ps', ['-eo', 'args']);
    return stdout.split('\n').includes(`sleep ${seconds}`);
  }

  /** Waits until it runs, or no more. */
  async function until(seconds: number, expected: boolean): Promise<boolean> {
    while ((await runs(seconds)) !== expected) {
      await pause(50);
    }
    return expected;
  }

  it('ends a program with everything that it started', async () => {
    const running = startProcess({
      name: 'Shell',
      command: '/bin/sh',
      args: ['-c', `sleep ${SECONDS[0]} & wait`],
      logFile,
    });
    expect(await until(SECONDS[0], true)).toBe(true);
    await running.stop();
    expect(running.ended()).toBe('Shell ended (SIGTERM): ');
    expect(await until(SECONDS[0], false)).toBe(false);
  });

  it.each([
    ['is killed', SECONDS[1], '', 'SIGKILL'],
    [
      'exits',
      SECONDS[2],
      'process.on("SIGHUP", () => process.exit());',
      'SIGHUP',
    ],
  ] as const)(
    'lets no program live on when who started it %s',
    async (_, seconds, handler, signal) => {
      const options = {
        name: 'Sleep',
        command: 'sleep',
        args: [String(seconds)],
        logFile,
      };
      const parent = spawn(process.execPath, [
        ...['--require', TRANSFORM, '--eval'],
        `require(${JSON.stringify(
          join(__dirname, 'startProcess.ts'),
        )}).startProcess(${JSON.stringify(
          options,
        )}); setInterval(() => {}, 1000); ${handler}`,
      ]);
      expect(await until(seconds, true)).toBe(true);
      parent.kill(signal);
      expect(await until(seconds, false)).toBe(false);
    },
  );

  it('says why a program could not be started', async () => {
    const running = startProcess({
      name: 'Nothing',
      command: join(directory, 'nothing'),
      args: [],
      logFile,
    });
    await running.stop();
    expect(running.ended()).toContain('Nothing: spawn');
  });
});
