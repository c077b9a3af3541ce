/** Counts what goes over HTTP. */
export class Traffic {
  reads = 0;
  writes = 0;
  readonly #fetch = globalThis.fetch;

  /** From now on, in the whole process. */
  start(): void {
    globalThis.fetch = async (input, init) => {
      const method = init?.method ?? 'GET';
      if (['GET', 'HEAD'].includes(method)) {
        this.reads += 1;
      } else {
        this.writes += 1;
      }
      return this.#fetch(input, init);
    };
  }

  reset(): void {
    this.reads = 0;
    this.writes = 0;
  }
}
