import { ParsedSloDocuments } from './SloDefinition';
import { readSloDocuments } from './readSloDocuments';

/**
 * Reads a text of SLO documents: OpenSLO v1, Sloth's `prometheus/v1` (or its Kubernetes object) and
 * Pyrra's `ServiceLevelObjective`, also mixed; one object, a list, or several documents, as YAML or JSON. References lead
 * to any object of the text.
 *
 * Never throws: what cannot be read is a problem with its line, and everything else is used.
 *
 * @param text - at most 500,000 characters and 500 objects
 * @public
 */
export function parseSloDocuments(text: string): ParsedSloDocuments {
  return readSloDocuments(text, [
    'openslo',
    'sloth',
    'sloth-kubernetes',
    'pyrra',
  ]);
}
