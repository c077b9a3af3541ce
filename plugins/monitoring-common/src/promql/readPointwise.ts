import { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import { checkText } from './checkText';
import { parseTree } from './parseExpression';
import { PromqlError } from './PromqlError';
import { unquoteString } from './unquoteString';

/**
 * An expression whose answer at a moment is the same whatever range it is asked for: it depends on
 * that moment and on what was measured until then.
 *
 * @public
 */
export interface PointwiseExpression {
  /** Without comments and with one kind of space, so that equal questions are equal texts. */
  canonical: string;
  /** The latest moment that the expression names itself (`@`), in Unix seconds; absent: none. */
  fixedAt?: number;
}

/**
 * What the tree of such an expression is made of. Whatever else a grammar has, or will have, is not
 * known to be so: `@ start()` and `@ end()` depend on the range, and which of equal series `topk`,
 * `bottomk` and `limitk` take depends on the order in which a server happens to read them.
 */
const POINTWISE_NODES: ReadonlySet<string> = new Set(
  `AggregateExpr AggregateModifier AggregateOp And At Atan2 Avg BinaryExpr Bool BoolModifier By Count
  CountValues FunctionCallBody FunctionIdentifier FunctionCall Group GroupLeft GroupRight
  GroupingLabels Identifier Ignoring LabelMatchers LabelName LineComment MatchingModifierClause
  MatchOp MatrixSelector Max MetricName Min NumberDurationLiteral
  NumberDurationLiteralInDurationContext Offset OffsetExpr On Or ParenExpr PromQL Quantile
  QuotedLabelMatcher QuotedLabelName Stddev StepInvariantExpr Stdvar StringLiteral SubqueryExpr Sum
  UnaryExpr UnaryOp Unless UnquotedLabelMatcher VectorSelector Without
  Add Div Mod Mul Pow Sub Eql EqlRegex EqlSingle Gte Gtr Lss Lte Neq NeqRegex`.split(
    /\s+/,
  ),
);

/** Experimental: what they answer may change, and how they sort does not show on a graph. */
const REFUSED_FUNCTIONS: ReadonlySet<string> = new Set(
  'double_exponential_smoothing mad_over_time sort_by_label sort_by_label_desc'.split(
    ' ',
  ),
);

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function refuse(expression: string, node: SyntaxNodeRef): never {
  throw new PromqlError(
    'The answer depends on more than the moment it is for',
    expression,
    node.from,
    node.to - node.from,
  );
}

/** Rates of series of several names come together under one: then a range is refused as a whole. */
function hasName(selector: SyntaxNode, expression: string): boolean {
  if (selector.getChild('Identifier')) {
    return true;
  }
  const matchers = selector.getChild('LabelMatchers');
  return (
    !!matchers?.getChild('QuotedLabelName') ||
    !!matchers?.getChildren('UnquotedLabelMatcher').some(matcher => {
      const name = matcher.getChild('LabelName')!;
      const value = matcher.getChild('StringLiteral')!;
      return (
        expression.slice(name.from, name.to) === '__name__' &&
        !!matcher.getChild('MatchOp')?.getChild('EqlSingle') &&
        !!unquoteString(expression.slice(value.from, value.to))
      );
    })
  );
}

function momentOf(node: SyntaxNode, expression: string): number {
  const text = expression.slice(node.getChild('At')!.to, node.to).trim();
  return DECIMAL.test(text) ? Number(text) : refuse(expression, node);
}

function looksAhead(node: SyntaxNode, expression: string): boolean {
  return expression.slice(node.getChild('Offset')!.to, node.to).includes('-');
}

/**
 * One space wherever there is any, outside of texts.
 *
 * @param literals - texts and comments, in order
 */
function canonicalText(expression: string, literals: SyntaxNode[]): string {
  let text = '';
  let between = '';
  let from = 0;
  for (const literal of literals) {
    between += expression.slice(from, literal.from);
    from = literal.to;
    if (literal.name === 'LineComment') {
      between += ' ';
    } else {
      text += `${between.replace(/\s+/g, ' ')}${expression.slice(
        literal.from,
        from,
      )}`;
      between = '';
    }
  }
  between += expression.slice(from);
  return `${text}${between.replace(/\s+/g, ' ')}`.trim();
}

/**
 * Reads what a range of an expression's answers is made of.
 *
 * @returns `undefined` when the answer at a moment may depend on the range that was asked for, on
 *   what is measured later, or on what this does not know
 * @public
 */
export function readPointwise(
  expression: string,
): PointwiseExpression | undefined {
  const literals: SyntaxNode[] = [];
  const moments: number[] = [];
  try {
    checkText(expression, { anyLength: true });
    parseTree(expression, { anyLength: true }).iterate({
      enter(ref) {
        const { name, node } = ref;
        const isFunction = node.parent?.name === 'FunctionIdentifier';
        if (!isFunction && !POINTWISE_NODES.has(name)) {
          refuse(expression, node);
        }
        switch (name) {
          case 'FunctionIdentifier':
            if (REFUSED_FUNCTIONS.has(expression.slice(ref.from, ref.to))) {
              refuse(expression, node);
            }
            break;
          case 'VectorSelector':
            if (!hasName(node, expression)) {
              refuse(expression, node);
            }
            break;
          case 'OffsetExpr':
            if (looksAhead(node, expression)) {
              refuse(expression, node);
            }
            break;
          case 'StepInvariantExpr':
            moments.push(momentOf(node, expression));
            break;
          case 'LineComment':
          case 'StringLiteral':
            literals.push(node);
            break;
          default:
        }
      },
    });
  } catch (error) {
    if (error instanceof PromqlError) {
      return undefined;
    }
    throw error;
  }
  return {
    canonical: canonicalText(expression, literals),
    ...(moments.length > 0 && { fixedAt: Math.max(...moments) }),
  };
}
