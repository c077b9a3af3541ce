/** In milliseconds: longest wait after the first failure; doubled with each further one. */
const FIRST = 5_000;
const LONGEST = 5 * 60_000;

interface Failed {
  times: number;
  until: number;
  message: string;
}

/**
 * Leaves a failing target in peace for a while that grows with each failure, at random within it,
 * so that many do not come back at once.
 */
export class TargetBackoff {
  readonly #random: () => number;
  readonly #failed = new Map<string, Failed>();

  static create(options: { random: () => number }): TargetBackoff {
    return new TargetBackoff(options.random);
  }

  private constructor(random: () => number) {
    this.#random = random;
  }

  /** Why a target is not tried at this moment; `undefined` when it may be. */
  waiting(target: string, now: Date): string | undefined {
    const failed = this.#failed.get(target);
    return failed && failed.until > now.getTime() ? failed.message : undefined;
  }

  /** Remembers how a run ended for a target. */
  ended(target: string, now: Date, failure: string | undefined): void {
    if (failure === undefined) {
      this.#failed.delete(target);
      return;
    }
    const times = (this.#failed.get(target)?.times ?? 0) + 1;
    const longest = Math.min(FIRST * 2 ** (times - 1), LONGEST);
    this.#failed.set(target, {
      times,
      until: now.getTime() + this.#random() * longest,
      message: failure,
    });
  }
}
