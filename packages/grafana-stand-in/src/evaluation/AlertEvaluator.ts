import { AlertRule, GrafanaState } from '../state/GrafanaState';
import { folderPath } from '../state/folderPath';
import { AlertStates, RuleEvaluation } from './AlertStates';
import { QueryDataSource } from './expressions/executeQueries';
import { instanceKey } from './instanceLabels';
import { judgeRule } from './judgeRule';
import { nextInstances } from './nextInstances';
import { queryPrometheus } from './queryPrometheus';
import { resetBy } from './resetBy';
import { AlertInstance, StateReason } from './types';

/** How often it looks whether a group is due. In milliseconds. */
const TICK = 1_000;

export interface AlertEvaluatorOptions {
  state: GrafanaState;
  alerts: AlertStates;
  now: () => Date;
  /** Asks the data sources of the state when absent. */
  query?: QueryDataSource;
}

/**
 * Evaluates the alert rules of a stand-in. Each group has its turn at the multiples of its
 * interval; a new one at the next of them.
 */
export class AlertEvaluator {
  readonly #options: AlertEvaluatorOptions;
  readonly #query: QueryDataSource;
  /** When each group had its turn last, by `folder/group`. Unix milliseconds. */
  readonly #turns = new Map<string, number>();
  #timer?: NodeJS.Timeout;
  #running: Promise<void> = Promise.resolve();

  static create(options: AlertEvaluatorOptions): AlertEvaluator {
    return new AlertEvaluator(options);
  }

  private constructor(options: AlertEvaluatorOptions) {
    this.#options = options;
    this.#query = options.query ?? queryPrometheus(options.state.dataSources);
  }

  /** Looks again and again until it is stopped; never twice at the same time. */
  start(): void {
    const next = () => {
      this.#timer = setTimeout(() => {
        this.#running = this.evaluateDue().then(() => {
          if (this.#timer) {
            next();
          }
        });
      }, TICK);
    };
    next();
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#running;
  }

  /** Evaluates the groups whose turn has come. */
  async evaluateDue(): Promise<void> {
    const { state, alerts, now } = this.#options;
    const at = now().getTime();
    for (const uid of alerts.uids.filter(one => !state.rules.has(one))) {
      // 12.4 forgets a deleted rule without a word to anybody.
      alerts.forget(uid);
    }
    const due = [...state.rules.values()].flatMap(rule => {
      const interval = this.#interval(rule);
      return interval > 0
        ? [{ rule, interval, turn: Math.floor(at / interval) * interval }]
        : [];
    });
    const ready = due.filter(({ rule, turn }) => {
      const last = this.#turns.get(groupOf(rule));
      return last !== undefined && turn > last;
    });
    due.forEach(({ rule, turn }) => this.#turns.set(groupOf(rule), turn));
    await Promise.all(
      ready.map(({ rule, turn, interval }) =>
        this.#evaluate(rule, new Date(turn), interval),
      ),
    );
  }

  #interval(rule: AlertRule): number {
    return (this.#options.state.intervals.get(groupOf(rule)) ?? 0) * 1_000;
  }

  async #evaluate(rule: AlertRule, at: Date, interval: number): Promise<void> {
    const { state, alerts, now } = this.#options;
    if (rule.body.record) {
      return;
    }
    const folderTitle = folderPath(state, rule.folderUID);
    const before = this.#stillValid(rule, folderTitle, at);
    if (rule.body.isPaused) {
      alerts.forget(rule.uid);
      return;
    }
    const started = now().getTime();
    const verdict = await judgeRule(rule.body, { query: this.#query, at });
    const { instances, ended } = nextInstances(before, verdict, {
      rule,
      folderTitle,
      interval,
      at,
    });
    alerts.set({
      rule,
      folderTitle,
      instances,
      evaluatedAt: at,
      evaluationTime: (now().getTime() - started) / 1_000,
    });
    this.#tell(rule, before, [...instances, ...ended], at);
  }

  /** Instances of the last evaluation that the rule as it is now goes on with. */
  #stillValid(rule: AlertRule, folderTitle: string, at: Date): AlertInstance[] {
    const last = this.#options.alerts.last(rule.uid);
    if (!last) {
      return [];
    }
    const reset = resetBy(last.rule, rule);
    if (reset === 'all' || last.folderTitle !== folderTitle) {
      const reason = rule.body.isPaused ? 'Paused' : 'Updated';
      this.#end(last, reason, at);
      return [];
    }
    return reset === 'pending'
      ? last.instances.filter(({ state }) => state !== 'Pending')
      : last.instances;
  }

  #end(last: RuleEvaluation, reason: StateReason, at: Date): void {
    this.#tell(
      last.rule,
      last.instances,
      last.instances.map(instance => ({
        ...instance,
        state: 'Normal',
        reason,
        startsAt: at,
        annotations: {
          ...instance.annotations,
          grafana_state_reason: reason,
        },
      })),
      at,
    );
  }

  #tell(
    rule: AlertRule,
    before: AlertInstance[],
    after: AlertInstance[],
    at: Date,
  ): void {
    const known = new Map(
      before.map(instance => [instanceKey(instance.labels), instance]),
    );
    for (const instance of after) {
      const { state, reason } = known.get(instanceKey(instance.labels)) ?? {
        state: 'Normal' as const,
      };
      if (state !== instance.state || reason !== instance.reason) {
        this.#options.alerts.transitions.emit({
          rule,
          previous: { state, reason },
          instance,
          at,
        });
      }
    }
  }
}

function groupOf({ folderUID, ruleGroup }: AlertRule): string {
  return `${folderUID}/${ruleGroup}`;
}
