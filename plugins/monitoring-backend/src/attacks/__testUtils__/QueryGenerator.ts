import { SeededRandom } from '../../querying/ranges/__testUtils__/SeededRandom';

const WORDS = (text: string) => text.trim().split(/\s+/);

const METRICS = WORDS('up up a b_total job:x:rate5m sum start h_bucket secret');
const LABELS = WORDS('namespace namespace job x instance le __name__ team by');
const DURATIONS = WORDS('1m 5m 90s 1h 1h30m 2m30s 1d 300000ms');
const BETWEEN = ['', '', '', ' ', ' ', '\n', '\t', '  ', ' # no } or secret\n'];
const ODD_BETWEEN = ['\r', '\u00a0', '\u2003', '\u3000', '#"\n', '# \r', '\v'];

/** What may stand in a string, as it is written between quotes of any kind. */
const TEXTS = [
  ...WORDS('media secret .* .+ a|b media|secret x } { # , ] ( ) $ ü 監 0.5'),
  ...['\\\\', '\\x41', '\\u00e9', '\\n', '\\t', '\\101', '\\U0001F600', ' or '],
  ...['} or secret{', '# secret', '', 'mine'],
];

const OVER_TIME = WORDS(
  'rate increase irate delta idelta deriv changes resets avg_over_time min_over_time max_over_time sum_over_time count_over_time stddev_over_time stdvar_over_time last_over_time present_over_time absent_over_time',
);
const OF_VECTOR = WORDS(
  'abs absent ceil floor exp ln log2 sqrt sgn sort sort_desc timestamp round hour minute day_of_week sin cos deg rad',
);
const AGGREGATIONS = WORDS('sum avg min max count group stddev stdvar');
const ARITHMETIC = WORDS('+ - * / % ^ atan2 == != > < >= <=');
const SETS = WORDS('and or unless');

/** What soup is made of. */
const TOKENS = [
  ...METRICS,
  ...ARITHMETIC,
  ...SETS,
  ...AGGREGATIONS,
  ...WORDS(
    '{ } ( ) [ ] , : , { } ( ) by without on ignoring group_left group_right bool offset @ start() end() 5m [5m] [1h:1m] 1 1e3 NaN Inf "x" \'y\' `z` =~ !~ = != namespace {namespace="secret"} {} info( {"secret"} " \' ` \\ ; # #\n',
  ),
];

/**
 * Queries of PromQL as its grammar allows them, with odd spaces, comments and texts; such with
 * faults; and soups of tokens. The same seed makes the same queries.
 */
export class QueryGenerator {
  readonly #random: SeededRandom;

  static create(seed: number): QueryGenerator {
    return new QueryGenerator(seed);
  }

  private constructor(seed: number) {
    this.#random = new SeededRandom(seed);
  }

  next(): string {
    const kind = this.#random.next();
    if (kind < 0.15) {
      return this.#join(
        this.#times(1, 12, () => this.#pick(TOKENS)),
        0.02,
      );
    }
    const tokens = this.#vector(this.#random.between(0, 4));
    if (kind < 0.7) {
      return this.#join(tokens, 0);
    }
    return kind < 0.85 ? this.#join(tokens, 0.02) : this.#mutate(tokens);
  }

  #mutate(tokens: string[]): string {
    const changed = [...tokens];
    for (let change = this.#random.between(1, 3); change > 0; change -= 1) {
      const at = this.#random.between(0, changed.length);
      const removed = this.#pick([0, 0, 1, 1, 2]);
      const added = this.#times(0, 2, () => this.#pick(TOKENS));
      changed.splice(at, removed, ...added);
    }
    return this.#join(changed, 0.01);
  }

  #join(tokens: string[], odd: number): string {
    let text = this.#pick(['', '', ' ', '\n']);
    for (const token of tokens) {
      const between = this.#pick(
        this.#random.next() < odd ? ODD_BETWEEN : BETWEEN,
      );
      const runsOn =
        between === '' && /[\w.:]$/.test(text) && /^[\w.:]/.test(token);
      text += (runsOn ? ' ' : between) + token;
    }
    return text + this.#pick(['', '', '', ' ', '\n', ' # secret', '#']);
  }

  #vector(depth: number): string[] {
    if (depth === 0) {
      return this.#selector();
    }
    const vector = () => this.#vector(depth - 1);
    const forms: (() => string[])[] = [
      () => this.#selector(),
      () => ['(', ...vector(), ')'],
      () => [this.#pick(['-', '+']), ...vector()],
      () => this.#binary(vector(), vector()),
      () => this.#binary(vector(), vector()),
      () => this.#withScalar(vector(), depth),
      () => this.#aggregation(depth),
      () => this.#aggregation(depth),
      () => this.#call(this.#pick(OVER_TIME), this.#matrix(depth)),
      () => this.#call(this.#pick(OVER_TIME), this.#matrix(depth)),
      () => this.#call(this.#pick(OF_VECTOR), vector()),
      () => this.#special(depth),
      () => this.#call('vector', this.#scalar(depth)),
    ];
    return this.#pick(forms)();
  }

  #special(depth: number): string[] {
    const vector = () => this.#vector(depth - 1);
    const scalar = () => this.#scalar(depth);
    const text = () => this.#text();
    return this.#pick<() => string[]>([
      () => this.#call('clamp', vector(), scalar(), scalar()),
      () => this.#call('clamp_max', vector(), scalar()),
      () => this.#call('histogram_quantile', scalar(), vector()),
      () => this.#call('predict_linear', this.#matrix(depth), scalar()),
      () => this.#call('quantile_over_time', scalar(), this.#matrix(depth)),
      () => this.#call('holt_winters', this.#matrix(depth), ['0.5'], ['0.5']),
      () =>
        this.#call(
          'label_replace',
          vector(),
          [this.#pick(['"namespace"', '"x"', "'team'"])],
          [this.#pick(['"media"', '"secret"', '"$1"'])],
          [this.#pick(['"namespace"', '"job"', '""'])],
          ['"(.*)"'],
        ),
      () => this.#call('label_join', vector(), ['"x"'], text(), ['"job"']),
      () => this.#call('info', vector()),
    ])();
  }

  #scalar(depth: number): string[] {
    const number = () => [
      this.#pick(WORDS('0 1 2 0.5 .5 1e3 0x1F NaN Inf -1 017 5. 1e-3')),
    ];
    return depth <= 0
      ? number()
      : this.#pick<() => string[]>([
          number,
          number,
          () => this.#call('scalar', this.#vector(depth - 1)),
          () => this.#call('time'),
          () => this.#call('pi'),
        ])();
  }

  #matrix(depth: number): string[] {
    const range = this.#pick(DURATIONS);
    const tokens =
      depth > 1 && this.#random.next() < 0.4
        ? [
            '(',
            ...this.#vector(depth - 2),
            ')',
            '[',
            range,
            ':',
            ...this.#pick([[], ['5m'], ['1m']]),
            ']',
          ]
        : [...this.#series(), '[', range, ']'];
    return [...tokens, ...this.#shift()];
  }

  #selector(): string[] {
    return [...this.#series(), ...this.#shift()];
  }

  /** A name, matchers, or both. */
  #series(): string[] {
    const matchers = this.#times(0, 3, () => this.#matcher());
    const inBraces = matchers.flatMap((matcher, index) =>
      index === 0 ? matcher : [',', ...matcher],
    );
    const comma = inBraces.length > 0 ? this.#pick([[], [], [',']]) : [];
    const kind = this.#random.next();
    const name = this.#pick(METRICS);
    if (kind < 0.45) {
      return [name];
    }
    if (kind < 0.85) {
      return [name, '{', ...inBraces, ...comma, '}'];
    }
    if (kind < 0.97) {
      const own = this.#pick([
        ['__name__', '=', `"${name}"`],
        ['__name__', '=~', '".+"'],
        ['x', '!=', '""'],
      ]);
      const more = inBraces.length > 0 ? [',', ...inBraces] : [];
      return ['{', ...own, ...more, ...comma, '}'];
    }
    // As Prometheus 3 reads names.
    const quoted = this.#pick(['"secret"', '"a b"', "'up'", '"ü.ü"']);
    return [
      '{',
      quoted,
      ...(inBraces.length > 0 ? [',', ...inBraces] : []),
      '}',
    ];
  }

  #matcher(): string[] {
    const label = this.#pick(LABELS);
    const isQuoted = this.#random.next() < 0.03;
    return [
      isQuoted ? `"${label}"` : label,
      this.#pick(WORDS('= = != =~ =~ !~')),
      ...this.#text(),
    ];
  }

  #text(): string[] {
    const content = this.#times(0, 3, () => this.#pick(TEXTS)).join('');
    return [
      this.#pick([
        `"${content}"`,
        `"${content}"`,
        `'${content}'`,
        `\`${content}\``,
      ]),
    ];
  }

  #shift(): string[] {
    const at = ['@', this.#pick(WORDS('start() end() 1799999000 0 -1 1.8e9'))];
    const offset = ['offset', this.#pick(['5m', '1h', '-5m', '- 1m', '0s'])];
    return this.#pick([[], [], [], [], offset, at, [...at, ...offset]]);
  }

  #binary(left: string[], right: string[]): string[] {
    const labels = this.#grouping();
    const matching = [this.#pick(['on', 'ignoring']), ...labels];
    if (this.#random.next() < 0.4) {
      const match = this.#pick([[], matching]);
      return [
        '(',
        ...left,
        ')',
        this.#pick(SETS),
        ...match,
        '(',
        ...right,
        ')',
      ];
    }
    const operator = this.#pick(ARITHMETIC);
    const group = [
      ...matching,
      this.#pick(['group_left', 'group_right']),
      ...this.#pick([[], this.#grouping()]),
    ];
    const bool = /^[=!<>]/.test(operator) ? this.#pick([[], ['bool']]) : [];
    const match = this.#pick([[], [], matching, group]);
    return [...left, operator, ...bool, ...match, ...right];
  }

  #withScalar(vector: string[], depth: number): string[] {
    const operator = this.#pick(ARITHMETIC);
    const scalar = this.#scalar(depth);
    return this.#random.next() < 0.5
      ? [...vector, operator, ...scalar]
      : [...scalar, operator, ...vector];
  }

  #aggregation(depth: number): string[] {
    const by = [this.#pick(['by', 'without']), ...this.#grouping()];
    const vector = this.#vector(depth - 1);
    const [name, ...parameter] = this.#pick<() => string[]>([
      () => [this.#pick(AGGREGATIONS)],
      () => [this.#pick(AGGREGATIONS)],
      () => [this.#pick(['topk', 'bottomk']), ...this.#scalar(depth - 1), ','],
      () => ['quantile', ...this.#scalar(depth - 1), ','],
      () => ['count_values', this.#pick(['"v"', '"namespace"']), ','],
    ])();
    const body = ['(', ...parameter, ...vector, ')'];
    return this.#pick([
      [name, ...body],
      [name, ...by, ...body],
      [name, ...body, ...by],
    ]);
  }

  #grouping(): string[] {
    const labels = this.#times(0, 3, () => this.#pick(LABELS));
    return ['(', ...labels.flatMap(label => [label, ',']).slice(0, -1), ')'];
  }

  #call(name: string, ...parameters: string[][]): string[] {
    const inside = parameters.flatMap(one => [...one, ',']).slice(0, -1);
    return [name, '(', ...inside, ')'];
  }

  #times<T>(from: number, to: number, make: () => T): T[] {
    return Array.from({ length: this.#random.between(from, to) }, make);
  }

  #pick<T>(values: readonly T[]): T {
    return this.#random.pick(values);
  }
}
