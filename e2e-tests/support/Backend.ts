import { ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const START_TIMEOUT = 120_000;
const STOP_TIMEOUT = 20_000;

async function waitFor(url: string, alive: () => boolean): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT;
  while (Date.now() < deadline && alive()) {
    try {
      if ((await fetch(url)).ok) {
        return;
      }
    } catch {
      // Not there yet.
    }
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  throw new Error(`The portal did not become ready at ${url}; see its log`);
}

/** The portal's backend, which also serves the built frontend. */
export class Backend {
  #process: ChildProcess | undefined;

  constructor(
    readonly url: string,
    private readonly metricsPort: number,
    private readonly appConfigFile: string,
    private readonly logFile: string,
  ) {}

  async start(): Promise<void> {
    if (!existsSync(path.join(ROOT, 'packages/app/dist/index.html'))) {
      throw new Error(
        'The frontend is not built; run: yarn workspace app build',
      );
    }
    const started = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        '--require',
        './src/instrumentation.js',
        'src/index.ts',
        '--config',
        path.join(ROOT, 'app-config.yaml'),
        '--config',
        this.appConfigFile,
      ],
      {
        cwd: path.join(ROOT, 'packages/backend'),
        env: {
          ...process.env,
          NODE_ENV: 'production',
          LOG_LEVEL: 'info',
          SIGHTLINE_METRICS_PORT: String(this.metricsPort),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const log = createWriteStream(this.logFile, { flags: 'a' });
    started.stdout.pipe(log);
    started.stderr.pipe(log);
    this.#process = started;
    await waitFor(
      `${this.url}/.backstage/health/v1/readiness`,
      () => started.exitCode === null,
    );
  }

  async stop(): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    if (!running || running.exitCode !== null) {
      return;
    }
    const ended = new Promise<void>(resolve => {
      running.once('exit', () => resolve());
    });
    running.kill('SIGTERM');
    const timer = setTimeout(() => running.kill('SIGKILL'), STOP_TIMEOUT);
    await ended;
    clearTimeout(timer);
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }
}
