import { SyntaxNode } from '@lezer/common';
import { DocumentQuery, Edit } from './DocumentQuery';
import { QueryFault } from './QueryFault';
import { isSumOf } from './isSumOf';

/** A query as we use it, with what differs from how it is written. */
export interface ReadQuery {
  /** PromQL with `$window` and `$selector`. */
  query: string;
  /** In words that follow "The query ". */
  warnings: string[];
}

/** What a threshold's query looks back over where it names a variable and no duration. */
const GAUGE_WINDOW = '5m';

const NO_VECTOR = new Set([
  'NumberDurationLiteral',
  'StringLiteral',
  'MatrixSelector',
  'SubqueryExpr',
]);

/** Rules and polls repeat it for each window, and an expression has at most 16 KiB. */
const LONGEST = 2_000;
/** Each is written anew with the service's matchers and the operator's. */
const MOST_SELECTORS = 30;

function parseVector(text: string): DocumentQuery {
  if (text.length > LONGEST) {
    throw new QueryFault(
      `is longer than ${LONGEST} characters; record a part of it by a rule of your own`,
    );
  }
  const query = DocumentQuery.parse(text);
  let { top } = query;
  while (top?.name === 'ParenExpr' || top?.name === 'OffsetExpr') {
    top = top.firstChild;
  }
  if (top && NO_VECTOR.has(top.name)) {
    throw new QueryFault(
      top.name === 'MatrixSelector' || top.name === 'SubqueryExpr'
        ? 'gives a range and no figure; put increase(…) around it'
        : 'is a constant',
    );
  }
  const selectors = query.nodes('VectorSelector').length;
  if (selectors === 0) {
    throw new QueryFault('reads no series');
  }
  if (selectors > MOST_SELECTORS) {
    throw new QueryFault(
      `reads ${selectors} metrics, more than ${MOST_SELECTORS}; record a part of it by a rule of your own`,
    );
  }
  return query;
}

/** Puts `$window` where all ranges are one fixed duration. */
function openWindow(query: DocumentQuery, warnings: string[]): DocumentQuery {
  if (query.usesGrafana) {
    warnings.push("has a variable of Grafana's, which is read as $window");
  }
  const { ranges } = query;
  if (query.hasWindow || ranges.length === 0) {
    return query;
  }
  const lengths = new Set(ranges.map(range => query.slice(range)));
  if (lengths.size > 1 || ranges.some(range => isWithinRange(range))) {
    throw new QueryFault(
      `has several fixed windows (${[...lengths].join(
        ', ',
      )}), and none of them is known to be the one that is asked about; write [$window] there`,
    );
  }
  const [length] = lengths;
  warnings.push(
    `looks back a fixed [${length}], which is read as [$window]: the figure is needed over several windows`,
  );
  return query.edit(
    ranges.map(({ from, to }) => ({ from, to, text: query.window })),
  );
}

function isWithinRange(range: SyntaxNode): boolean {
  for (let node = range.parent?.parent; node; node = node.parent) {
    if (node.name === 'SubqueryExpr') {
      return true;
    }
  }
  return false;
}

/** `rate` counts events per second; what is wanted is how many there were. */
function countEvents(query: DocumentQuery): DocumentQuery | undefined {
  const calls = query.nodes('FunctionIdentifier');
  if (calls.some(call => query.slice(call) === 'irate')) {
    throw new QueryFault(
      'uses irate, which sees two samples of a window only; write increase',
    );
  }
  const rates = calls.filter(call => query.slice(call) === 'rate');
  const addsUp = (call: SyntaxNode) =>
    isSumOf(call.parent!, node => query.slice(node));
  const isOfWindow = (call: SyntaxNode) => {
    const range = firstRange(call.parent!);
    return range !== undefined && query.isWindow(range);
  };
  const ofWindow = rates.filter(isOfWindow);
  // One that is added to others and keeps its own window would stay a rate among events.
  const isMixed = rates.some(call => !isOfWindow(call) && addsUp(call));
  if (isMixed || !ofWindow.every(addsUp)) {
    return undefined;
  }
  return query.edit(
    ofWindow.map(({ from, to }) => ({ from, to, text: 'increase' })),
  );
}

/** The range that a function is given itself, not one further inside. */
function firstRange(call: SyntaxNode): SyntaxNode | undefined {
  let node = call.getChild('FunctionCallBody')?.firstChild;
  while (node && (node.name === 'ParenExpr' || node.name === 'OffsetExpr')) {
    node = node.firstChild;
  }
  return node?.getChild('NumberDurationLiteralInDurationContext') ?? undefined;
}

/** Bare selectors, as Pyrra has them: `requests_total{code="500"}`. */
function countBareSelectors(
  query: DocumentQuery,
  counter: boolean | undefined,
): DocumentQuery {
  if (counter === undefined) {
    throw new QueryFault(
      'has no window, and the indicator does not say what it counts. Write increase(…[$window]), or `counter: true` for a counter and `counter: false` for numbers of events that each sample brings anew',
    );
  }
  const selectors = query.nodes('VectorSelector');
  if (
    selectors.some(
      selector => !isSumOf(wholeOf(selector), node => query.slice(node)),
    )
  ) {
    throw new QueryFault(
      'has no window and does more than adding up series, so that nobody can say where the window belongs. Write increase(…[$window]) around each counter',
    );
  }
  const count = counter ? 'increase' : 'sum_over_time';
  return query.edit(
    selectors.flatMap((selector): Edit[] => {
      const { from, to } = wholeOf(selector);
      return to === selector.to
        ? [
            { from, to: from, text: `${count}(` },
            { from: to, to, text: `[${query.window}])` },
          ]
        : [
            { from, to: from, text: `${count}(` },
            { from: selector.to, to: selector.to, text: `[${query.window}]` },
            { from: to, to, text: ')' },
          ];
    }),
  );
}

/** A selector with its offset. */
function wholeOf(selector: SyntaxNode): SyntaxNode {
  return selector.parent?.name === 'OffsetExpr' ? selector.parent : selector;
}

const PER_SECOND =
  'counts events per second, because it (or the one beside it) does more with rate(…) than adding up: numbers of events are not those of the window. Write increase(…)';

interface EventQuery {
  written: DocumentQuery;
  /** Absent when events per second cannot be made events. */
  counted?: DocumentQuery;
  warnings: string[];
}

function readEvents(
  text: string,
  counter: boolean | undefined,
): EventQuery | QueryFault {
  try {
    const warnings: string[] = [];
    const query = openWindow(parseVector(text), warnings);
    const written = query.hasWindow
      ? query
      : countBareSelectors(query, counter);
    return { written, counted: countEvents(written), warnings };
  } catch (error) {
    if (error instanceof QueryFault) {
      return error;
    }
    throw error;
  }
}

/**
 * Reads queries that count events and are to be compared. With `$window` in it, whatever way it is
 * written, a query is used; one fixed window is taken for it; bare selectors are counted as
 * `counter` says. `rate` becomes `increase` where that changes the unit alone, and then in all of
 * them: one in events and one in events per second would be a wrong ratio.
 *
 * @returns for each what it came to, or why it cannot be used
 */
export function readEventQueries(
  texts: string[],
  counter: boolean | undefined,
): (ReadQuery | QueryFault)[] {
  const read = texts.map(text => readEvents(text, counter));
  const allCount = read.every(
    result => result instanceof QueryFault || result.counted !== undefined,
  );
  return read.map(result => {
    if (result instanceof QueryFault) {
      return result;
    }
    const { written, counted, warnings } = result;
    return allCount && counted
      ? { query: counted.toString(), warnings }
      : { query: written.toString(), warnings: [...warnings, PER_SECOND] };
  });
}

/**
 * Reads a query that gives an error ratio: of `$window`, or of a series that somebody recorded.
 *
 * @throws {@link QueryFault}
 */
export function readRatioQuery(text: string): ReadQuery {
  const warnings: string[] = [];
  const query = openWindow(parseVector(text), warnings);
  return { query: query.toString(), warnings };
}

/**
 * Reads a query whose figure is looked at minute by minute. It has no window but its own.
 *
 * @throws {@link QueryFault}
 */
export function readGaugeQuery(text: string): ReadQuery {
  const query = parseVector(text);
  const ranges = query.ranges.filter(range => query.isWindow(range));
  return {
    query: query
      .edit(ranges.map(({ from, to }) => ({ from, to, text: GAUGE_WINDOW })))
      .toString(),
    warnings:
      ranges.length > 0
        ? [
            `asks about a window, but a threshold is looked at minute by minute: it is read as [${GAUGE_WINDOW}]`,
          ]
        : [],
  };
}
