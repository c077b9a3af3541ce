import { AlertTransition } from './types';

/** Is told of every instance that goes from one state to another. */
export type TransitionListener = (transition: AlertTransition) => void;

/** Who wants to know when an alert begins or ends, such as what sends notifications. */
export class Transitions {
  readonly #listeners = new Set<TransitionListener>();

  /** @returns how to listen no longer */
  onTransition(listener: TransitionListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  emit(transition: AlertTransition): void {
    this.#listeners.forEach(listener => listener(transition));
  }
}
