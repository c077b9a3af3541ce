import { SyntaxNode } from '@lezer/common';
import { parseExpression } from './parseExpression';
import { PromqlError } from './PromqlError';

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

/** What an expression comes to: series that all have the label, or a number. */
type Kind = 'series' | 'number';

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
    return bound === 1 && !anyName ? 'series' : undefined;
  }

  /** One argument of series, beside numbers. */
  #arguments(body: SyntaxNode | null): Kind | undefined {
    const kinds = body ? childrenOf(body).map(node => this.kindOf(node)) : [];
    return !kinds.includes(undefined) &&
      kinds.filter(kind => kind === 'series').length === 1
      ? 'series'
      : undefined;
  }

  #aggregation(node: SyntaxNode): Kind | undefined {
    const operator = node.getChild('AggregateOp')!;
    const modifier = node.getChild('AggregateModifier');
    const labels = modifier?.getChild('GroupingLabels');
    if (!AGGREGATIONS.has(operator.firstChild!.name)) {
      return undefined;
    }
    if (!labels) {
      this.insertions.push({ at: operator.to, text: ` by (${this.#label}) ` });
    } else if (modifier!.getChild('By')) {
      this.#add(labels);
    } else if (this.#has(labels)) {
      return undefined;
    }
    return this.#arguments(node.getChild('FunctionCallBody'));
  }

  #binary(node: SyntaxNode): Kind | undefined {
    const kinds = [this.kindOf(node.firstChild), this.kindOf(node.lastChild)];
    if (kinds.includes(undefined)) {
      return undefined;
    }
    if (kinds.includes('number')) {
      return kinds.includes('series') ? 'series' : 'number';
    }
    const clause = node.getChild('MatchingModifierClause');
    if (clause) {
      const [matched, copied] = clause.getChildren('GroupingLabels');
      if (copied && this.#has(copied)) {
        return undefined;
      }
      if (clause.getChild('On')) {
        this.#add(matched);
      } else if (matched && this.#has(matched)) {
        return undefined;
      }
    }
    return 'series';
  }

  #has(labels: SyntaxNode): boolean {
    return childrenOf(labels).some(label =>
      [this.#label, `"${this.#label}"`].includes(this.#read(label)),
    );
  }

  #add(labels: SyntaxNode) {
    if (!this.#has(labels)) {
      const rest = labels.firstChild ? ', ' : '';
      this.insertions.push({
        at: labels.from + 1,
        text: `${this.#label}${rest}`,
      });
    }
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
  const selectors = query.match(/\$selector\b/g)?.length ?? 0;
  const text = query
    .replace(/\$selector\b/g, SELECTOR)
    .replace(/\$window\b/g, WINDOW);
  const sharing = new Sharing(text, label);
  if (kindOf(sharing, text) !== 'series' || sharing.selectors !== selectors) {
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
