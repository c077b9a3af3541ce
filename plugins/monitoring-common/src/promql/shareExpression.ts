import { SyntaxNode } from '@lezer/common';
import { parseExpression } from './parseExpression';
import { PromqlError } from './PromqlError';
import { rememberAnswers } from './rememberAnswers';

/** As long as `$selector` and `$window`, so that places in the parsed text are those of the query. */
const SELECTOR = 'sel_="__"';
const WINDOW = '1h2m10s';

/** Aggregations whose answer for one service does not depend on the series of another. */
const AGGREGATIONS = new Set(
  'Sum Avg Min Max Count Stddev Stdvar Group Quantile'.split(' '),
);

/** Functions that lose or make up labels, or answer without a series. */
const REFUSED_FUNCTIONS = new Set(
  `absent absent_over_time info label_join label_replace pi scalar sort sort_by_label
  sort_by_label_desc sort_desc time vector`.split(/\s+/),
);

/**
 * What an expression comes to: a number, or series that have the label. `kept`: they have it for one
 * service as well; `added`: there they lack it, so that they match no series that has it.
 */
type Kind = 'number' | 'kept' | 'added';

interface Insertion {
  at: number;
  text: string;
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    children.push(child);
  }
  return children;
}

/** Walks one expression; whatever it does not know is refused. */
class Sharing {
  readonly #text: string;
  readonly #label: string;
  readonly insertions: Insertion[] = [];
  selectors = 0;

  constructor(text: string, label: string) {
    this.#text = text;
    this.#label = label;
  }

  kindOf(node: SyntaxNode | null): Kind | undefined {
    if (!node) {
      return undefined;
    }
    switch (node.name) {
      case 'NumberDurationLiteral':
        return 'number';
      case 'PromQL':
      case 'ParenExpr':
      case 'MatrixSelector':
      case 'SubqueryExpr':
      case 'OffsetExpr':
      case 'StepInvariantExpr':
        return this.kindOf(node.firstChild);
      case 'UnaryExpr':
        return this.kindOf(node.lastChild);
      case 'VectorSelector':
        return this.#selector(node);
      case 'FunctionCall':
        return REFUSED_FUNCTIONS.has(this.#read(node.firstChild!))
          ? undefined
          : this.#arguments(node.getChild('FunctionCallBody'));
      case 'AggregateExpr':
        return this.#aggregation(node);
      case 'BinaryExpr':
        return this.#binary(node);
      default:
        return undefined;
    }
  }

  #read({ from, to }: SyntaxNode): string {
    return this.#text.slice(from, to);
  }

  #selector(node: SyntaxNode): Kind | undefined {
    const matchers = childrenOf(node.getChild('LabelMatchers') ?? node);
    // Series of several names differ in nothing else once a function has dropped the name.
    const anyName = matchers.some(
      matcher =>
        /^__name__/.test(this.#read(matcher)) &&
        !matcher.getChild('MatchOp')?.getChild('EqlSingle'),
    );
    const bound = matchers.filter(
      matcher => this.#read(matcher) === SELECTOR,
    ).length;
    this.selectors += bound;
    return bound === 1 && !anyName ? 'kept' : undefined;
  }

  /** One argument of series, beside numbers. */
  #arguments(body: SyntaxNode | null): Kind | undefined {
    const kinds = body ? childrenOf(body).map(node => this.kindOf(node)) : [];
    const series = kinds.filter(kind => kind !== 'number');
    return series.length === 1 ? series[0] : undefined;
  }

  #aggregation(node: SyntaxNode): Kind | undefined {
    const operator = node.getChild('AggregateOp')!;
    const modifier = node.getChild('AggregateModifier');
    const labels = modifier?.getChild('GroupingLabels');
    if (!AGGREGATIONS.has(operator.firstChild!.name)) {
      return undefined;
    }
    const kind = this.#arguments(node.getChild('FunctionCallBody'));
    if (!labels) {
      this.insertions.push({ at: operator.to, text: ` by (${this.#label}) ` });
      return kind && 'added';
    }
    if (modifier!.getChild('By')) {
      return this.#add(labels) ? kind && 'added' : kind;
    }
    return this.#has(labels) ? undefined : kind;
  }

  #binary(node: SyntaxNode): Kind | undefined {
    const left = this.kindOf(node.firstChild);
    const right = this.kindOf(node.lastChild);
    if (!left || !right) {
      return undefined;
    }
    if (left === 'number' || right === 'number') {
      return left === 'number' ? right : left;
    }
    const clause = node.getChild('MatchingModifierClause');
    const [matched, copied] = clause?.getChildren('GroupingLabels') ?? [];
    if (copied && this.#has(copied)) {
      return undefined;
    }
    const isAdded = clause?.getChild('On') ? this.#add(matched) : false;
    const isIgnored =
      clause?.getChild('Ignoring') && matched && this.#has(matched);
    // Matched on what they have, series with the label and series without it never meet.
    if (isIgnored || (!isAdded && left !== right)) {
      return undefined;
    }
    if (node.getChild('Or')) {
      return left === right ? left : undefined;
    }
    if (node.getChild('And') || node.getChild('Unless')) {
      return left;
    }
    if (clause?.getChild('GroupLeft')) {
      return left;
    }
    if (clause?.getChild('GroupRight')) {
      return right;
    }
    // Of series that are matched one to one on some labels only those are left.
    return isAdded ? 'added' : left;
  }

  #has(labels: SyntaxNode): boolean {
    return childrenOf(labels).some(label =>
      [this.#label, `"${this.#label}"`].includes(this.#read(label)),
    );
  }

  /** @returns whether it had to be added */
  #add(labels: SyntaxNode): boolean {
    if (this.#has(labels)) {
      return false;
    }
    const rest = labels.firstChild ? ', ' : '';
    this.insertions.push({
      at: labels.from + 1,
      text: `${this.#label}${rest}`,
    });
    return true;
  }
}

function kindOf(sharing: Sharing, text: string): Kind | undefined {
  try {
    return sharing.kindOf(parseExpression(text).topNode);
  } catch (error) {
    if (error instanceof PromqlError) {
      return undefined;
    }
    throw error;
  }
}

function rewrite(query: string, label: string): string | undefined {
  const selectors = query.match(/\$selector\b/g)?.length ?? 0;
  const text = query
    .replace(/\$selector\b/g, SELECTOR)
    .replace(/\$window\b/g, WINDOW);
  const sharing = new Sharing(text, label);
  const kind = kindOf(sharing, text);
  if (!kind || kind === 'number' || sharing.selectors !== selectors) {
    return undefined;
  }
  return sharing.insertions
    .sort((a, b) => b.at - a.at)
    .reduce(
      (result, { at, text: added }) =>
        result.slice(0, at) + added + result.slice(at).replace(/^ +/, ''),
      query,
    );
}

const remembered = rememberAnswers(500, rewrite);

/**
 * Rewrites a query of one service so that it answers for many at once: each aggregation is by the
 * label that tells them apart, each matching on it too. Restricted to one value of the label the
 * answer is then what the query gives for that service alone.
 *
 * The query is parsed; what cannot be rewritten without doubt is refused: selectors without
 * `$selector`, operands that are made of no series (`vector(0)`, `scalar()`, `time()`), functions
 * that change labels, and aggregations that choose among series (`topk`).
 *
 * @param query - PromQL with `$selector` and `$window`, see `Sli`
 * @param label - name of the label, which `$selector` has a matcher of
 * @returns the query, placeholders in place; `undefined` when it is refused
 * @public
 */
export function shareExpression(
  query: string,
  label: string,
): string | undefined {
  return remembered(query, label);
}
