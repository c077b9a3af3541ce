import { SyntaxNode } from '@lezer/common';
import { PromqlError } from './PromqlError';
import { readPromqlDuration } from './readPromqlDuration';

/** Of a subquery that names no step: servers take their own, often a minute. */
const ASSUMED_STEP = 15;

const DURATION = 'NumberDurationLiteralInDurationContext';

/** What lies around a selector or a subquery. */
export interface Reach {
  /** How far from the asked time samples are read, in seconds. */
  seconds: number;
  /** How often it is evaluated for each point of the answer. */
  evaluations: number;
  /** What adds most to `seconds`; absent when nothing does. */
  longest?: SyntaxNode;
}

function read(node: SyntaxNode, expression: string): number {
  const value = readPromqlDuration(expression.slice(node.from, node.to));
  if (value === undefined) {
    throw new PromqlError(
      'This is no duration such as 5m',
      expression,
      node.from,
      node.to - node.from,
    );
  }
  return value;
}

/**
 * How far a node of the parsed expression reaches, by the ranges, offsets, subqueries and `@` that
 * it is in, and that it is itself. They are added up, whatever their direction.
 *
 * @param range - that is asked about, in Unix seconds; `@` is measured from it
 * @throws {@link PromqlError} for a duration that is none
 */
export function selectorReach(
  start: SyntaxNode,
  expression: string,
  range: { from: number; to: number },
): Reach {
  const reach: Reach = { seconds: 0, evaluations: 1 };
  let most = 0;
  const add = (node: SyntaxNode, seconds: number) => {
    reach.seconds += seconds;
    if (seconds > most) {
      most = seconds;
      reach.longest = node;
    }
  };
  for (let node: SyntaxNode | null = start; node; node = node.parent) {
    const durations = node.getChildren(DURATION);
    switch (node.name) {
      case 'MatrixSelector':
      case 'OffsetExpr':
        durations.forEach(one => add(one, Math.abs(read(one, expression))));
        break;
      case 'SubqueryExpr': {
        const [length, step] = durations;
        const seconds = Math.abs(read(length, expression));
        add(length, seconds);
        const every = step ? Math.abs(read(step, expression)) : ASSUMED_STEP;
        reach.evaluations *= Math.max(1, seconds / every);
        break;
      }
      case 'StepInvariantExpr': {
        const at = node.getChild('NumberDurationLiteral');
        if (at) {
          const time = read(at, expression);
          add(at, Math.max(0, range.from - time, time - range.to));
        }
        break;
      }
      default:
    }
  }
  return reach;
}
