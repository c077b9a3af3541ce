import { ParsedSloDocuments } from './SloDefinition';
import { readSloDocuments } from './readSloDocuments';

/**
 * Reads a text of OpenSLO v1 documents. Strict where a figure or an alert would be another one, a
 * warning elsewhere.
 *
 * Never throws: what cannot be read is a problem with its line, and everything else is used.
 *
 * @see https://github.com/OpenSLO/OpenSLO
 * @public
 */
export function parseOpenSlo(text: string): ParsedSloDocuments {
  return readSloDocuments(text, ['openslo']);
}
