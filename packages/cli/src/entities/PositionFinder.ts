import {
  Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  Node,
  Scalar,
} from 'yaml';
import { offsetInScalar } from './offsetInScalar';

/** From 1. */
export interface Position {
  line: number;
  column: number;
}

/** Where the parts of one document of a YAML text stand. */
export class PositionFinder {
  readonly #document: Document;
  readonly #lines: LineCounter;
  readonly #text: string;

  constructor(document: Document, lines: LineCounter, text: string) {
    this.#document = document;
    this.#lines = lines;
    this.#text = text;
  }

  /** Of the document's first line with something in it. */
  get start(): Position {
    const { contents, range } = this.#document;
    return this.at(this.#startOf(contents) ?? range?.[0] ?? 0);
  }

  at(offset: number): Position {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  /** Where a key stands; `undefined` when there is none. */
  key(path: readonly string[]): Position | undefined {
    const parent = this.#resolve(path.slice(0, -1));
    const name = path[path.length - 1];
    const pair = isMap(parent)
      ? parent.items.find(
          ({ key }) => (isScalar(key) ? key.value : key) === name,
        )
      : undefined;
    const offset = this.#startOf(pair?.key);
    return offset === undefined ? undefined : this.at(offset);
  }

  /**
   * Where a value stands.
   *
   * @param offset - in a text value, in UTF-16 code units
   * @returns `undefined` when there is no such value
   */
  value(path: readonly string[], offset: number = 0): Position | undefined {
    const node = this.#resolve(path);
    const start = this.#startOf(node);
    if (start === undefined) {
      return undefined;
    }
    return this.at(
      isScalar(node) && typeof node.value === 'string'
        ? offsetInScalar(this.#text, node as Scalar<string>, offset)
        : start,
    );
  }

  #resolve(path: readonly string[]): Node | undefined {
    let node: unknown = this.#document.contents;
    for (const name of path) {
      node = this.#followed(node);
      node = isMap(node) ? node.get(name, true) : undefined;
    }
    node = this.#followed(node);
    return isNode(node) ? node : undefined;
  }

  #followed(node: unknown): unknown {
    return isAlias(node) ? node.resolve(this.#document) : node;
  }

  #startOf(node: unknown): number | undefined {
    return isNode(node) ? node.range?.[0] : undefined;
  }
}
