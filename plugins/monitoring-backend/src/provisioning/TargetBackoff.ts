import { ProvisioningTargetStatus } from '@sightline/backstage-plugin-monitoring-common';
import { backOff } from './backOff';
import { TargetFailure } from './TargetFailure';

/** In milliseconds. */
const LIMITS = { first: 5_000, longest: 5 * 60_000 };

interface Failed {
  times: number;
  until: number;
  message: string;
}

/**
 * Leaves a failing target in peace for a while that grows with each failure, and for at least as
 * long as it asked for.
 */
export class TargetBackoff {
  readonly #random: () => number;
  readonly #failed = new Map<string, Failed>();
  readonly #answered = new Set<string>();

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

  /** How a target stands, as this process knows it. */
  status(
    target: string,
  ): Pick<ProvisioningTargetStatus, 'state' | 'message' | 'retryAt'> {
    const failed = this.#failed.get(target);
    if (failed) {
      return {
        state: 'waiting',
        message: failed.message,
        retryAt: new Date(failed.until).toISOString(),
      };
    }
    return { state: this.#answered.has(target) ? 'ok' : 'unknown' };
  }

  /** Remembers how a run ended for a target. */
  ended(
    target: string,
    now: Date,
    failure: Omit<TargetFailure, 'target'> | undefined,
  ): void {
    if (failure === undefined) {
      this.#failed.delete(target);
      this.#answered.add(target);
      return;
    }
    const times = (this.#failed.get(target)?.times ?? 0) + 1;
    const wait = Math.max(
      backOff(times, LIMITS, this.#random),
      (failure.retryAfter ?? 0) * 1_000,
    );
    this.#failed.set(target, {
      times,
      until: now.getTime() + wait,
      message: failure.message,
    });
  }
}
