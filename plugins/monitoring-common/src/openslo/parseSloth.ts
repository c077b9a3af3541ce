import { ParsedSloDocuments } from './SloDefinition';
import { readSloDocuments } from './readSloDocuments';

/**
 * Reads specifications of Sloth: `prometheus/v1`, and the `PrometheusServiceLevel` of its operator.
 *
 * Never throws: what cannot be read is a problem with its line, and everything else is used.
 *
 * @see https://sloth.dev/specs/default/
 * @public
 */
export function parseSloth(text: string): ParsedSloDocuments {
  return readSloDocuments(text, ['sloth', 'sloth-kubernetes']);
}
