import { SyntaxNode, Tree } from '@lezer/common';
import { parseExpression } from '../../promql/parseExpression';
import { PromqlError } from '../../promql/PromqlError';
import { QueryFault } from './QueryFault';

/** Ways to write "the window that is asked about": ours, Sloth's, and Grafana's. */
const WINDOW =
  /\{\{-?\s*\.window\s*-?\}\}|\$window\b|\$\{window\}|\$__(?:rate_interval|interval|range)\b/g;
const GRAFANA = /\$__(?:rate_interval|interval|range)\b/;
const SELECTOR = /\$selector\b/g;
/** What stands for `$selector` while the query is parsed. */
const SELECTOR_LABEL = '__sightline_selector__';
const SELECTOR_MATCHER = `${SELECTOR_LABEL}="1"`;
const TEXT = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/gs;

/** A change of the text: what stands in `[from, to)` becomes `text`. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/**
 * A query of a document with `$window` and `$selector` in it. PromQL has no such things, so while
 * it is parsed a duration and a matcher stand in for them; where they may stand is checked in the
 * tree and not by patterns.
 */
export class DocumentQuery {
  readonly #stand: string;
  readonly text: string;
  readonly tree: Tree;
  /** Written with a variable of Grafana, which is taken for `$window`. */
  readonly usesGrafana: boolean;

  /** @throws {@link QueryFault} */
  static parse(query: string): DocumentQuery {
    if (query.includes(SELECTOR_LABEL)) {
      throw new QueryFault(
        `uses the label ${SELECTOR_LABEL}, which is reserved`,
      );
    }
    const stand = durationNotIn(query);
    return new DocumentQuery(
      query.replace(WINDOW, stand).replace(SELECTOR, SELECTOR_MATCHER),
      stand,
      GRAFANA.test(query),
    );
  }

  private constructor(text: string, stand: string, usesGrafana: boolean) {
    this.#stand = stand;
    this.text = text.trim();
    this.usesGrafana = usesGrafana;
    checkVariables(this.text);
    this.tree = this.#parse();
    this.#checkPlaces();
  }

  get top(): SyntaxNode | null {
    return this.tree.topNode.firstChild;
  }

  /** Ranges `[5m]` and `[1h:1m]`, wherever they are. */
  get ranges(): SyntaxNode[] {
    return this.nodes('MatrixSelector', 'SubqueryExpr').map(
      node => node.getChild('NumberDurationLiteralInDurationContext')!,
    );
  }

  get hasWindow(): boolean {
    return this.ranges.some(range => this.isWindow(range));
  }

  /** Whether a range is `$window`. */
  isWindow(range: SyntaxNode): boolean {
    return this.slice(range) === this.#stand;
  }

  nodes(...names: string[]): SyntaxNode[] {
    const found: SyntaxNode[] = [];
    this.tree.iterate({
      enter: ({ name, node }) => {
        if (names.includes(name)) {
          found.push(node);
        }
      },
    });
    return found;
  }

  slice({ from, to }: { from: number; to: number }): string {
    return this.text.slice(from, to);
  }

  /** What {@link Edit.text} writes for `$window`. */
  get window(): string {
    return this.#stand;
  }

  /** The query with its text changed, parsed anew. */
  edit(edits: Edit[]): DocumentQuery {
    let text = this.text;
    for (const { from, to, text: inserted } of [...edits].sort(
      (a, b) => b.from - a.from || b.to - a.to,
    )) {
      text = text.slice(0, from) + inserted + text.slice(to);
    }
    return new DocumentQuery(text, this.#stand, this.usesGrafana);
  }

  /** The same query with another text, for what works on PromQL alone. */
  map(change: (promql: string) => string): DocumentQuery {
    return new DocumentQuery(change(this.text), this.#stand, this.usesGrafana);
  }

  /** With `$window` and `$selector`. */
  toString(): string {
    return this.#restore(this.text);
  }

  #restore(text: string): string {
    return text
      .split(SELECTOR_MATCHER)
      .join('$selector')
      .split(this.#stand)
      .join('$window');
  }

  #parse(): Tree {
    try {
      return parseExpression(this.text);
    } catch (error) {
      if (error instanceof PromqlError) {
        throw new QueryFault(`cannot be used: ${this.#restore(error.message)}`);
      }
      throw error;
    }
  }

  /** A placeholder in a text or in another place would become something else once it is filled in. */
  #checkPlaces(): void {
    const texts = this.nodes('StringLiteral').map(node => this.slice(node));
    if (
      texts.some(
        text => text.includes(this.#stand) || text.includes(SELECTOR_LABEL),
      )
    ) {
      throw new QueryFault(
        'has $window or $selector within quotes, where neither can be filled in',
      );
    }
    const windows = this.#count(this.#stand);
    if (windows !== this.ranges.filter(range => this.isWindow(range)).length) {
      throw new QueryFault(
        'has $window outside of square brackets; it is written as in rate(requests_total[$window])',
      );
    }
    const matchers = this.nodes('UnquotedLabelMatcher').filter(
      node => this.slice(node) === SELECTOR_MATCHER,
    );
    if (this.#count(SELECTOR_LABEL) !== matchers.length) {
      throw new QueryFault(
        'has $selector outside of braces; it is written as in requests_total{$selector, code="500"}',
      );
    }
    if (this.nodes('StepInvariantExpr').length > 0) {
      throw new QueryFault(
        "looks at a fixed time with '@', so that it would say the same for ever",
      );
    }
  }

  #count(part: string): number {
    return this.text.split(part).length - 1;
  }
}

/** A duration that the query does not have. */
function durationNotIn(query: string): string {
  let seconds = 7_919;
  while (query.includes(`${seconds}s`)) {
    seconds += 2;
  }
  return `${seconds}s`;
}

function checkVariables(text: string): void {
  const outside = text.replace(TEXT, match => ' '.repeat(match.length));
  const variable = /\{\{.*?(?:\}\}|$)|\$\{?[\w.]*\}?/s.exec(outside);
  if (variable) {
    throw new QueryFault(
      `has '${variable[0].slice(
        0,
        60,
      )}', which stands for nothing here; there are $window (or {{.window}}) and $selector`,
    );
  }
}
