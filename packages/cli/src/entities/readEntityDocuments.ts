import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import path from 'node:path';
import { Document, LineCounter, parseAllDocuments } from 'yaml';
import { Source } from '../files/readSources';
import { Problem } from '../problems/Problem';
import { EntityDocument, ReferredText } from './EntityDocument';
import { PositionFinder } from './PositionFinder';
import { asPlaceholder, readPlaceholder } from './readPlaceholder';

const ANNOTATIONS = ['metadata', 'annotations'];
const LONGEST_MESSAGE = 200;

/** What a file of entities holds. */
export interface EntityFile {
  documents: EntityDocument[];
  problems: Problem[];
}

type Json = Record<string, any>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

/** Of what a YAML reader says: its first line, without what it quotes at length. */
function shortened(message: string): string {
  const [line] = message.split('\n');
  const text = line
    .replace(/ at line \d+, column \d+:?$/, '')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f-\u009f\ufffd]/g, '?');
  return text.length > LONGEST_MESSAGE
    ? `${text.slice(0, LONGEST_MESSAGE)}…`
    : text;
}

/** Why a document is no entity; `undefined` when it is one. */
function whatIsMissing(value: unknown): string | undefined {
  if (!isObject(value)) {
    return 'This document is no entity: it has no kind and no metadata';
  }
  const missing = [
    ...(typeof value.apiVersion === 'string' ? [] : ['apiVersion']),
    ...(typeof value.kind === 'string' ? [] : ['kind']),
    ...(isObject(value.metadata) && isName(value.metadata.name)
      ? []
      : ['metadata.name']),
  ];
  if (missing.length > 0) {
    return `This document is no entity: it has no ${missing.join(', no ')}`;
  }
  const { annotations, namespace, title } = value.metadata;
  const isNoText = Object.entries({ namespace, title }).find(
    ([, text]) => text !== undefined && typeof text !== 'string',
  );
  if (isNoText) {
    return `metadata.${isNoText[0]} is no text, so nothing of this entity is used. Put it in quotes`;
  }
  if (value.spec !== undefined && !isObject(value.spec)) {
    return 'spec is no map of keys and values, so nothing of this entity is used';
  }
  return annotations === undefined ||
    annotations === null ||
    isObject(annotations)
    ? undefined
    : 'metadata.annotations is no map of keys and values, so nothing of it is used';
}

/** Reads the entities of one file, whose values may stand in files beside it. */
class EntityFileReader {
  readonly #source: Source;
  readonly #lines = new LineCounter();
  readonly #problems: Problem[] = [];

  constructor(source: Source) {
    this.#source = source;
  }

  async read(): Promise<EntityFile> {
    const documents: EntityDocument[] = [];
    for (const document of this.#parse()) {
      const found = await this.#readDocument(document);
      if (found) {
        documents.push(found);
      }
    }
    return { documents, problems: this.#problems };
  }

  #parse(): Document[] {
    const parsed = parseAllDocuments(this.#source.text, {
      lineCounter: this.#lines,
    });
    return Array.isArray(parsed) ? parsed : [];
  }

  async #readDocument(document: Document): Promise<EntityDocument | undefined> {
    const positions = new PositionFinder(
      document,
      this.#lines,
      this.#source.text,
    );
    if (document.errors.length > 0) {
      for (const { message, pos } of document.errors) {
        this.#add(positions.at(pos[0]), {
          message: `This is no YAML: ${shortened(message)}`,
        });
      }
      return undefined;
    }
    let value: unknown;
    try {
      value = document.toJS({ maxAliasCount: 100 });
    } catch (error) {
      this.#add(positions.start, {
        message: `This document cannot be read: ${shortened(
          (error as Error).message,
        )}`,
      });
      return undefined;
    }
    if (value === null || value === undefined) {
      return undefined;
    }
    const missing = whatIsMissing(value);
    if (missing) {
      this.#add(positions.start, { message: missing });
      return undefined;
    }
    const entity = value as Entity;
    const referred = await this.#follow(entity, positions);
    return new EntityDocument({
      entity,
      file: this.#source.name,
      positions,
      referred,
    });
  }

  /** Puts into the annotations what stands in other files, as the catalog does. */
  async #follow(
    entity: Entity,
    positions: PositionFinder,
  ): Promise<Map<string, ReferredText>> {
    const annotations = entity.metadata.annotations ?? {};
    const referred = new Map<string, ReferredText>();
    for (const [annotation, value] of Object.entries(annotations)) {
      const placeholder = asPlaceholder(value);
      if (!placeholder) {
        continue;
      }
      const followed = await readPlaceholder(
        placeholder,
        this.#source.directory,
      );
      if ('problem' in followed) {
        delete annotations[annotation];
        if (annotation.startsWith('monitoring/')) {
          this.#add(positions.value([...ANNOTATIONS, annotation]), {
            message: followed.problem,
            severity: followed.severity,
            entity: stringifyEntityRef(entity),
            annotation,
          });
        }
      } else {
        annotations[annotation] = followed.value as string;
        if (typeof followed.value === 'string') {
          referred.set(annotation, {
            file: this.#nameOf(followed.path),
            text: followed.text,
          });
        }
      }
    }
    return referred;
  }

  #nameOf(file: string): string {
    const { name, directory } = this.#source;
    return path.join(path.dirname(name), path.relative(directory, file));
  }

  #add(
    position: { line: number; column: number } | undefined,
    problem: Pick<Problem, 'message' | 'entity' | 'annotation'> & {
      severity?: Problem['severity'];
    },
  ): void {
    this.#problems.push({
      file: this.#source.name,
      line: 1,
      column: 1,
      ...position,
      severity: 'error',
      ...problem,
    });
  }
}

/** The entities of a file of catalog entities; what is wrong stops no other. */
export async function readEntityDocuments(source: Source): Promise<EntityFile> {
  return new EntityFileReader(source).read();
}
