import { AlertRule } from '../state/GrafanaState';
import { resetBy } from './resetBy';
import { Transitions } from './Transitions';
import { AlertInstance } from './types';

/** What the last evaluation of a rule found. */
export interface RuleEvaluation {
  /** The rule as it was evaluated. */
  rule: AlertRule;
  /** Title of its folder at that time; a label of its instances. */
  folderTitle: string;
  instances: AlertInstance[];
  evaluatedAt: Date;
  /** In seconds. */
  evaluationTime: number;
}

/** How the instances of all rules stand, and who is told when one changes. */
export class AlertStates {
  readonly transitions = new Transitions();
  readonly #evaluations = new Map<string, RuleEvaluation>();

  /** The last evaluation of a rule that still says something about it as it is now. */
  find(rule: AlertRule): RuleEvaluation | undefined {
    const found = this.#evaluations.get(rule.uid);
    return found && !rule.body.isPaused && resetBy(found.rule, rule) !== 'all'
      ? found
      : undefined;
  }

  /** The last evaluation, also of a rule that has been changed since. */
  last(uid: string): RuleEvaluation | undefined {
    return this.#evaluations.get(uid);
  }

  set(evaluation: RuleEvaluation): void {
    this.#evaluations.set(evaluation.rule.uid, evaluation);
  }

  forget(uid: string): void {
    this.#evaluations.delete(uid);
  }

  /** Uids of all rules that were evaluated. */
  get uids(): string[] {
    return [...this.#evaluations.keys()];
  }
}
