import { Slo } from '../slo/types';

/**
 * An SLO as a document defines it: everything but the entity that it belongs to. Its queries are
 * whole; `$selector` may stand in them, and then it needs an entity.
 *
 * @public
 */
export interface SloDefinition
  extends Omit<
    Slo,
    'entityRef' | 'environment' | 'renamedFrom' | 'selector' | 'id' | 'sliId'
  > {
  /** `[a-z0-9-]`, from the document's name; with an objective's number where it has several. */
  name: string;
  /** Name of the SLI, from its document or else the SLO's. */
  sliName: string;
  /** `spec.service`, as written. */
  service: string;
  source: 'openslo' | 'sloth' | 'pyrra';
  /** Labels of the document, which stay with it on the way back. */
  labels?: Record<string, string[]>;
}

/**
 * One thing about a document that could not be used, or is used otherwise than written.
 *
 * @public
 */
export interface DocumentProblem {
  /** `error`: the SLO is left out. `warning`: it is used, but read the message. */
  severity: 'error' | 'warning';
  /** What is wrong, what was kept, what to do. */
  message: string;
  /** Which document of the text, from 0. */
  document: number;
  /** JSON pointer into the document, `/spec/objectives/0/target`. */
  pointer: string;
  /** From 1, in the whole text. */
  line: number;
}

/**
 * What a text of SLO documents came to. Never thrown: what could not be read is a problem.
 *
 * @public
 */
export interface ParsedSloDocuments {
  definitions: SloDefinition[];
  problems: DocumentProblem[];
  /** SLOs that could not be read, but have a name to be shown by. */
  invalid: InvalidSlo[];
}

/**
 * An SLO of a document that could not be read.
 *
 * @public
 */
export interface InvalidSlo {
  /** As that of an {@link SloDefinition}. */
  name: string;
  /** The first thing that was wrong with it. */
  message: string;
}
