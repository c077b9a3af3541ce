import { ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { freePort } from '@sightline/backstage-plugin-monitoring-node/testUtils';

/** What the backend of `backend.ts` is told. */
export interface BackendOptions {
  port: number;
  /** URL. */
  prometheus: string;
  /** URL of the same, through what counts samples. */
  counted: string;
  /** URL of one that is in trouble. */
  faulty: string;
  services: number;
  faultyServices: number;
}

interface Message {
  isReady?: true;
  isSet?: true;
  rss?: number;
}

/** A backend in a process of its own. */
export class StartedBackend {
  readonly url: string;
  readonly #child: ChildProcess;

  constructor(url: string, child: ChildProcess) {
    this.url = url;
    this.#child = child;
  }

  /** What the route of constant bytes sends from now on. */
  async setConstant(bytes: Buffer): Promise<void> {
    await this.#ask({ constant: bytes.toString('base64') }, 'isSet');
  }

  /** Resident, in bytes. */
  async memory(): Promise<number> {
    const { rss = NaN } = await this.#ask({ memory: true }, 'rss');
    return rss;
  }

  stop(): void {
    this.#child.disconnect();
  }

  #ask(message: object, answer: keyof Message): Promise<Message> {
    const answered = receive(this.#child, answer);
    this.#child.send(message);
    return answered;
  }
}

/** Waits for a message that has the key; what runs TypeScript sends messages of its own. */
function receive(child: ChildProcess, key: keyof Message): Promise<Message> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) =>
      reject(new Error(`The backend ended with ${code}`));
    const onMessage = (message: unknown) => {
      if (typeof message === 'object' && message && key in message) {
        child.off('message', onMessage);
        child.off('exit', onExit);
        resolve(message);
      }
    };
    child.on('message', onMessage);
    child.once('exit', onExit);
  });
}

export async function startBackend(
  options: Omit<BackendOptions, 'port'>,
): Promise<StartedBackend> {
  const port = await freePort();
  const child = fork(
    path.join(__dirname, 'backend.ts'),
    [JSON.stringify({ ...options, port } satisfies BackendOptions)],
    {
      // How this process runs TypeScript, and how much memory it may have. The stock proxy uses what
      // Node no longer wants to be used.
      execArgv: [...process.execArgv, '--disable-warning=DEP0060'],
    },
  );
  await receive(child, 'isReady');
  return new StartedBackend(`http://127.0.0.1:${port}`, child);
}
