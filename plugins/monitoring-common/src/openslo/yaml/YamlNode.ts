import { isAlias, isMap, isScalar, isSeq, Node, Pair, Scalar } from 'yaml';
import { nearestName } from '../../annotations/nearestName';
import { plainDecimal } from './plainDecimal';
import { ProblemLog } from './ProblemLog';

/** What all nodes of one document share. */
export interface YamlContext {
  /** Which document of the text, from 0. */
  document: number;
  log: ProblemLog;
  /** Line of an offset, from 1. */
  lineAt(offset: number): number;
  /** What an alias stands for; `undefined` when it stands for nothing. */
  resolve(alias: Node): Node | undefined;
  /** Whether a query of so many characters may still be read; aliases repeat long ones for free. */
  admit(characters: number): boolean;
}

/** Longest text of a field that is quoted in a message. */
const LONGEST_QUOTE = 80;

/**
 * A place in a document: a value, or the lack of one. Reading never throws; what is not of the
 * kind that is asked for is a problem at this place.
 */
export class YamlNode {
  readonly #context: YamlContext;
  readonly #node: Node | undefined;
  readonly #line: number;
  #fields?: Map<string, Pair>;
  readonly pointer: string;

  /** @param line - of what is around it, for a value that is not there */
  static create(
    context: YamlContext,
    node: unknown,
    pointer: string,
    line: number,
  ): YamlNode {
    return new YamlNode(context, node as Node | undefined, pointer, line);
  }

  private constructor(
    context: YamlContext,
    node: Node | undefined,
    pointer: string,
    line: number,
  ) {
    this.#context = context;
    this.#line = node?.range ? context.lineAt(node.range[0]) : line;
    this.#node = isAlias(node) ? context.resolve(node) : node ?? undefined;
    this.pointer = pointer;
  }

  /** Neither there nor null, which an empty value is. */
  get isMissing(): boolean {
    return (
      this.#node === undefined ||
      (isScalar(this.#node) && this.#node.value === null)
    );
  }

  get isMap(): boolean {
    return isMap(this.#node);
  }

  get isList(): boolean {
    return isSeq(this.#node);
  }

  /** The field's name, for a message: `target`, or `objectives[0]` for an entry of a list. */
  get name(): string {
    const [last = '', parent = ''] = this.pointer
      .split('/')
      .reverse()
      .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'));
    if (parent && /^\d+$/.test(last)) {
      return `${parent}[${last}]`;
    }
    return last || 'The document';
  }

  /** The value of a field; a missing one where there is none. */
  get(key: string): YamlNode {
    const pair = this.#pairs().get(key);
    const range = (pair?.key as Node | undefined)?.range;
    return YamlNode.create(
      this.#context,
      pair?.value,
      `${this.pointer}/${escapePointer(key)}`,
      range ? this.#context.lineAt(range[0]) : this.#line,
    );
  }

  /** Names of all fields. */
  keys(): string[] {
    return [...this.#pairs().keys()];
  }

  #pairs(): Map<string, Pair> {
    if (!this.#fields) {
      this.#fields = new Map();
      const pairs = isMap(this.#node) ? this.#node.items : [];
      for (const pair of pairs) {
        const key = keyOf(pair.key);
        if (key !== undefined && this.#fields.has(key)) {
          this.get(key).error('is written twice; keep one of both');
        } else if (key !== undefined) {
          this.#fields.set(key, pair);
        }
      }
    }
    return this.#fields;
  }

  /** Entries of a list; none of anything else. */
  items(): YamlNode[] {
    return isSeq(this.#node)
      ? this.#node.items.map((item, index) =>
          YamlNode.create(
            this.#context,
            item,
            `${this.pointer}/${index}`,
            this.#line,
          ),
        )
      : [];
  }

  /** A text; `undefined` when it is missing, or with a problem when it is something else. */
  text(): string | undefined {
    if (this.isMissing) {
      return undefined;
    }
    if (!isScalar(this.#node)) {
      this.error('must be a text');
      return undefined;
    }
    const { value } = this.#node;
    if (typeof value === 'string') {
      return value;
    }
    // What YAML reads as a number is text where a text is meant: `name: 404`.
    return sourceOf(this.#node);
  }

  /** A query, as {@link YamlNode.text}; with a problem when the text has more than can be read. */
  query(): string | undefined {
    const text = this.text();
    if (text !== undefined && !this.#context.admit(text.length)) {
      this.error(
        'is left out, because the queries of the text are too long altogether',
      );
      return undefined;
    }
    return text;
  }

  /** Yes or no. */
  flag(): boolean | undefined {
    if (this.isMissing) {
      return undefined;
    }
    const value = isScalar(this.#node) ? this.#node.value : undefined;
    if (typeof value !== 'boolean') {
      this.error(`must be true or false, not ${this.quote()}`);
      return undefined;
    }
    return value;
  }

  /** A number as decimal text without exponent, digit by digit as it is written. */
  decimal(): string | undefined {
    if (this.isMissing) {
      return undefined;
    }
    const text = isScalar(this.#node) ? sourceOf(this.#node) : '';
    const decimal = plainDecimal(text);
    if (decimal === undefined) {
      this.error(`must be a number, not ${this.quote()}`);
    } else if (typeof (this.#node as Scalar).value === 'string') {
      this.warn('is a number in quotes, and is read as a number');
    }
    return decimal;
  }

  /** A finite number, however it is written. */
  number(): number | undefined {
    if (this.isNumber && Number.isFinite((this.#node as Scalar).value)) {
      return Number((this.#node as Scalar).value);
    }
    const decimal = this.decimal();
    return decimal === undefined ? undefined : Number(decimal);
  }

  /** Whether YAML read a number here. */
  get isNumber(): boolean {
    return isScalar(this.#node) && typeof this.#node.value === 'number';
  }

  /** The value for a message. */
  quote(): string {
    if (this.isMissing) {
      return 'nothing';
    }
    if (!isScalar(this.#node)) {
      return isMap(this.#node) ? 'a map' : 'a list';
    }
    const text = sourceOf(this.#node);
    return `'${text.slice(0, LONGEST_QUOTE)}${
      text.length > LONGEST_QUOTE ? '…' : ''
    }'`;
  }

  /** Says a problem for which the SLO is left out. */
  error(message: string): void {
    this.#add('error', message);
  }

  /** Says what is used otherwise than written, or not at all. */
  warn(message: string): void {
    this.#add('warning', message);
  }

  /**
   * Whether it is a map. Fields beyond those are warned about: they change nothing, and one that
   * was meant to is mostly a slip of the pen.
   *
   * @param what - the kind of thing, for the message
   */
  expectMap(what: string, known: readonly string[]): boolean {
    if (!isMap(this.#node)) {
      this.error(
        this.isMissing ? `${what} is missing` : `${what} must be a map`,
      );
      return false;
    }
    for (const key of this.keys().filter(name => !known.includes(name))) {
      const field = this.get(key);
      const near =
        key.length <= LONGEST_QUOTE ? nearestName(key, known) : undefined;
      if (key === '<<') {
        field.error('merge keys are not read; write the fields out');
      } else {
        field.warn(
          `is no field of ${what}, and is not used${
            near && !this.keys().includes(near) ? `. Is ${near} meant?` : ''
          }`,
        );
      }
    }
    return true;
  }

  #add(severity: 'error' | 'warning', message: string): void {
    const startsWithField = /^[a-z']/.test(message) && this.pointer !== '';
    this.#context.log.add({
      severity,
      message: startsWithField
        ? `${this.name.slice(0, LONGEST_QUOTE)} ${message}`
        : message,
      document: this.#context.document,
      pointer: this.pointer,
      line: this.#line,
    });
  }
}

function keyOf(key: unknown): string | undefined {
  if (isScalar(key)) {
    return typeof key.value === 'string' ? key.value : sourceOf(key);
  }
  return typeof key === 'string' ? key : undefined;
}

function sourceOf(scalar: Scalar): string {
  return typeof scalar.value === 'string'
    ? scalar.value
    : scalar.source ?? String(scalar.value);
}

function escapePointer(key: string): string {
  return key.replace(/~/g, '~0').replace(/\//g, '~1');
}
