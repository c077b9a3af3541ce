import { AsyncLocalStorage } from 'node:async_hooks';

/** How a process ends before its work does. */
export interface EarlyEnd {
  /** `kill`: nothing that it does from then on has an effect. `stop`: it is asked to stop. */
  way: 'kill' | 'stop';
  /** At which of its reads and writes outside of the process. */
  at: number;
}

const current = new AsyncLocalStorage<ChaosProcess>();

/**
 * One run of one replica as the operating system sees it: it can be killed between any two things
 * that it does outside of itself, and then does nothing more.
 */
export class ChaosProcess {
  /** Ids of the runs that it began. */
  readonly runs = new Set<string>();
  readonly #stop = new AbortController();
  readonly #end?: EarlyEnd;
  #done = 0;
  #isDead = false;

  /** The process that the calling code runs in; absent for the test itself. */
  static current(): ChaosProcess | undefined {
    return current.getStore();
  }

  constructor(end?: EarlyEnd) {
    this.#end = end;
  }

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    return current.run(this, work);
  }

  /**
   * Called before and after everything that is seen outside of the process.
   *
   * @throws when it is dead, or dies of it
   */
  step(): void {
    this.#done += 1;
    if (this.#end && this.#done >= this.#end.at) {
      if (this.#end.way === 'kill') {
        this.#isDead = true;
      } else if (!this.#stop.signal.aborted) {
        this.#stop.abort();
      }
    }
    if (this.#isDead) {
      throw new Error('The process was killed');
    }
  }
}
