import { isError } from '@backstage/errors';
import {
  ProvisioningTarget,
  RetryLaterError,
} from '@sightline/backstage-plugin-monitoring-node';
import limit from 'p-limit';
import { describeFailure } from '../describeFailure';
import { applyStep } from './applyStep';
import { orderSteps } from './orderSteps';
import { ApplyOptions, kindOf, Outcome, WritingStep } from './types';

/** So many objects in a row that the target did not answer for, and the rest is not tried. */
const GIVE_UP_AFTER = 3;

function isSilence(cause: unknown): boolean {
  return isError(cause) && cause.name === 'ServiceUnavailableError';
}

/** Does the steps of one target, and gives up when it does not answer any more. */
export class TargetWriter {
  readonly #target: ProvisioningTarget;
  readonly #options: ApplyOptions;
  readonly #outcomes: Outcome[] = [];
  /** Objects in a row without an answer. */
  #silent = 0;
  /** Why nothing more is tried. */
  #givenUp?: string;

  constructor(target: ProvisioningTarget, options: ApplyOptions) {
    this.#target = target;
    this.#options = options;
  }

  /** @returns what came of them; of steps that a stopped run did not come to: nothing */
  async write(steps: WritingStep[]): Promise<Outcome[]> {
    for (const group of orderSteps(steps)) {
      const atOnce = limit(
        Math.max(1, this.#target.parallelWrites?.(kindOf(group[0])) ?? 1),
      );
      await Promise.all(group.map(step => atOnce(() => this.#try(step))));
    }
    return this.#outcomes;
  }

  async #try(step: WritingStep): Promise<void> {
    const { now, signal } = this.#options;
    if (signal?.aborted) {
      return;
    }
    const obstacle = this.#givenUp ?? this.#missing(step);
    if (obstacle !== undefined) {
      this.#ended({ step, error: obstacle, untried: true, written: false });
      return;
    }
    const begun = now().getTime();
    try {
      const { cause, ...outcome } = await applyStep(
        step,
        this.#target,
        this.#options,
      );
      const duration = now().getTime() - begun;
      this.#look(cause);
      this.#ended({
        ...outcome,
        duration,
        ...(isSilence(cause) || cause instanceof RetryLaterError
          ? { untried: true }
          : {}),
      });
    } catch (error) {
      if (!signal?.aborted) {
        throw error;
      }
    }
  }

  /** Why a step that comes after another one is not done: that one was not. */
  #missing(step: WritingStep): string | undefined {
    const after = step.action === 'prune' ? step.after : undefined;
    const before =
      after === undefined
        ? undefined
        : this.#outcomes.find(
            outcome =>
              'object' in outcome.step && outcome.step.object.key === after,
          );
    return before && !before.written && before.step.action !== 'nothing'
      ? `It stays until '${
          'object' in before.step ? before.step.object.title : after
        }' is written`
      : undefined;
  }

  /** Gives up when the target is silent, or asks to be left in peace. */
  #look(cause: unknown): void {
    const { id, title } = this.#target;
    this.#silent = isSilence(cause) ? this.#silent + 1 : 0;
    if (this.#givenUp) {
      return;
    }
    if (cause instanceof RetryLaterError) {
      this.#givenUp = `${title} asked to be left in peace for a while; this was not tried, a later run does`;
    } else if (this.#silent >= GIVE_UP_AFTER) {
      this.#givenUp = `${title} does not answer; this was not tried, the next run does`;
    }
    if (this.#givenUp) {
      this.#options.onFailure?.(describeFailure(id, cause));
    }
  }

  #ended(outcome: Outcome): void {
    this.#outcomes.push(outcome);
    this.#options.onOutcome?.(outcome);
  }
}
