import { DocumentProblem } from '../SloDefinition';

/** Longest list; a text that is no document at all would have one for each of its lines. */
const MAXIMUM = 200;

/** Collects what is wrong with a text of documents. */
export class ProblemLog {
  readonly problems: DocumentProblem[] = [];
  #errors: string[] = [];

  add(problem: DocumentProblem): void {
    if (problem.severity === 'error') {
      this.#errors.push(problem.message);
    }
    const isKnown = this.problems.some(
      ({ message, line, pointer }) =>
        message === problem.message &&
        line === problem.line &&
        pointer === problem.pointer,
    );
    if (!isKnown && this.problems.length < MAXIMUM) {
      this.problems.push(problem);
    }
  }

  /** Counts errors again that are in the list already. */
  repeat(errors: string[]): void {
    this.#errors.push(...errors);
  }

  /** Runs something, and says which errors it met. */
  watch<T>(read: () => T): { value: T; errors: string[] } {
    const before = this.#errors;
    this.#errors = [];
    try {
      const value = read();
      return { value, errors: this.#errors };
    } finally {
      this.#errors = [...before, ...this.#errors];
    }
  }
}
