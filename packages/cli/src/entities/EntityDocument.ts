import { Entity } from '@backstage/catalog-model';
import { LineCounter } from 'yaml';
import { Position, PositionFinder } from './PositionFinder';

/** A text that an annotation is taken from, instead of from the entity's own file. */
export interface ReferredText {
  /** As messages name it. */
  file: string;
  text: string;
}

/** Where something stands. */
export interface Place extends Position {
  file: string;
}

const ANNOTATIONS = ['metadata', 'annotations'];

/** An entity of a file, and where its annotations stand. */
export class EntityDocument {
  readonly entity: Entity;
  readonly file: string;
  readonly #positions: PositionFinder;
  /** By annotation. */
  readonly #referred: ReadonlyMap<string, ReferredText>;

  constructor(options: {
    entity: Entity;
    file: string;
    positions: PositionFinder;
    referred: ReadonlyMap<string, ReferredText>;
  }) {
    this.entity = options.entity;
    this.file = options.file;
    this.#positions = options.positions;
    this.#referred = options.referred;
  }

  /** Of the entity as a whole. */
  get place(): Place {
    return { file: this.file, ...this.#positions.start };
  }

  /** Of an annotation's key; of the entity when it has no such annotation. */
  keyPlace(annotation: string): Place {
    const position =
      this.#positions.key([...ANNOTATIONS, annotation]) ??
      this.#positions.key(ANNOTATIONS) ??
      this.#positions.start;
    return { file: this.file, ...position };
  }

  /**
   * Of a part of an annotation's value, in the file that the value comes from.
   *
   * @param offset - in the value, in UTF-16 code units
   */
  valuePlace(annotation: string, offset: number): Place {
    const referred = this.#referred.get(annotation);
    if (referred) {
      const lines = new LineCounter();
      lines.addNewLine(0);
      for (const match of referred.text.matchAll(/\n/g)) {
        lines.addNewLine(match.index + 1);
      }
      const { line, col } = lines.linePos(offset);
      return { file: referred.file, line, column: col };
    }
    const position = this.#positions.value(
      [...ANNOTATIONS, annotation],
      offset,
    );
    return position
      ? { file: this.file, ...position }
      : this.keyPlace(annotation);
  }
}
