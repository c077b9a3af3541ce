/** What has been started, to be ended in any case, latest first. */
export class Started {
  readonly #ends: (() => unknown)[] = [];
  #stopping?: Promise<void>;

  add(end: () => unknown): void {
    this.#ends.unshift(end);
  }

  /** Ends everything; more than once does no harm. */
  stop(): Promise<void> {
    this.#stopping ??= (async () => {
      for (const end of this.#ends) {
        await end();
      }
    })();
    return this.#stopping;
  }
}
