import { SyntaxNode } from '@lezer/common';
import { fixesSeries } from './fixesSeries';
import { parseExpression } from './parseExpression';
import { PromqlError } from './PromqlError';
import { selectorReach } from './selectorReach';

const DAY = 86_400;

/** How far back one selector may read, in days. */
const FARTHEST = 100;

/** What all selectors may come to together, in days. */
const FARTHEST_TOGETHER = 400;

/** As many points as Prometheus gives as an answer. */
const MOST_EVALUATIONS = 11_000;

/**
 * What {@link checkFreeExpression} holds an expression against.
 *
 * @public
 */
export interface FreeExpressionOptions {
  /** What is asked about, in Unix milliseconds. */
  range: { from: number; to: number };
  /** Labels that the operator's scope fixes in every selector. */
  scopeLabels: readonly string[];
}

/** Goes through the selectors and subqueries of one expression, from its beginning. */
class FreeExpressionCheck {
  readonly #expression: string;
  readonly #options: FreeExpressionOptions;
  /** In seconds. */
  #together = 0;

  constructor(expression: string, options: FreeExpressionOptions) {
    this.#expression = expression;
    this.#options = options;
  }

  subquery(node: SyntaxNode): void {
    const { evaluations } = this.#reach(node);
    if (!(evaluations <= MOST_EVALUATIONS)) {
      this.#refuse(
        `This subquery is evaluated ${count(
          evaluations,
        )} times for each point; at most ${count(
          MOST_EVALUATIONS,
        )} are allowed. Take a longer step, as in [7d:5m]`,
        node,
      );
    }
  }

  selector(node: SyntaxNode): void {
    const { seconds, longest = node } = this.#reach(node);
    this.#together += seconds;
    if (this.#together > FARTHEST_TOGETHER * DAY) {
      this.#refuse(
        `All selectors up to here reach ${days(
          this.#together,
        )} back; together they may reach ${FARTHEST_TOGETHER} days`,
        longest,
      );
    }
    const { scopeLabels } = this.#options;
    if (!fixesSeries(node, this.#expression, scopeLabels)) {
      const besides =
        scopeLabels.length > 0 ? ` other than ${scopeLabels.join(', ')}` : '';
      this.#refuse(
        `This could be any series. Name a metric, or fix a label${besides} as in {job="api"}`,
        node,
      );
    }
  }

  #reach(node: SyntaxNode) {
    const { from, to } = this.#options.range;
    const reach = selectorReach(node, this.#expression, {
      from: from / 1_000,
      to: to / 1_000,
    });
    if (reach.seconds > FARTHEST * DAY) {
      this.#refuse(
        `This reaches ${days(
          reach.seconds,
        )} back; ranges, offsets, subqueries and @ may come to ${FARTHEST} days`,
        reach.longest ?? node,
      );
    }
    return reach;
  }

  #refuse(message: string, { from, to }: SyntaxNode): never {
    throw new PromqlError(message, this.#expression, from, to - from);
  }
}

function count(value: number): string {
  return Math.ceil(value).toLocaleString('en-US');
}

function days(seconds: number): string {
  return `${count(seconds / DAY)} days`;
}

/**
 * Refuses what a person may not ask freely, because it could cost a server too much: beside what
 * `enforceMatchers` refuses, a selector that says nothing of which series it means, one that
 * reaches more than 100 days back by its ranges, offsets, subqueries and `@` (400 days for all of
 * them together), and subqueries of more than 11,000 evaluations for each point.
 *
 * @param expression - PromQL as it was typed
 * @throws `PromqlError` with the place
 * @public
 */
export function checkFreeExpression(
  expression: string,
  options: FreeExpressionOptions,
): void {
  const check = new FreeExpressionCheck(expression, options);
  parseExpression(expression).iterate({
    enter({ name, node }) {
      if (name === 'SubqueryExpr') {
        check.subquery(node);
      } else if (name === 'VectorSelector') {
        check.selector(node);
      }
    },
  });
}
