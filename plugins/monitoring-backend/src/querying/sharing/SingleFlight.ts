interface Flight<T> {
  controller: AbortController;
  result: Promise<T>;
  waiters: number;
}

/**
 * Runs a piece of work once for all who ask for it at the same time. The work is cancelled only
 * when the last of them has left.
 */
export class SingleFlight<T> {
  readonly #flights = new Map<string, Flight<T>>();

  static create<T>(): SingleFlight<T> {
    return new SingleFlight<T>();
  }

  private constructor() {}

  /**
   * @param key - what is the same for all who may share the result
   * @throws what the work throws; the signal's reason when the caller gave up
   */
  run(
    key: string,
    work: (signal: AbortSignal) => Promise<T>,
    options: { signal?: AbortSignal } = {},
  ): Promise<T> {
    const { signal } = options;
    if (signal?.aborted) {
      return Promise.reject(signal.reason);
    }
    const flight = this.#flights.get(key) ?? this.#start(key, work);
    flight.waiters += 1;
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        flight.waiters -= 1;
        if (flight.waiters === 0) {
          this.#forget(key, flight);
          flight.controller.abort(signal?.reason);
        }
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', leave, { once: true });
      flight.result
        .then(resolve, reject)
        .finally(() => signal?.removeEventListener('abort', leave));
    });
  }

  #start(key: string, work: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const flight: Flight<T> = {
      controller,
      result: Promise.resolve().then(() => work(controller.signal)),
      waiters: 0,
    };
    this.#flights.set(key, flight);
    const forget = () => this.#forget(key, flight);
    flight.result.then(forget, forget);
    return flight;
  }

  #forget(key: string, flight: Flight<T>): void {
    if (this.#flights.get(key) === flight) {
      this.#flights.delete(key);
    }
  }
}
