import { definitionName } from './definitionName';
import { InvalidSlo, SloDefinition } from './SloDefinition';
import { YamlNode } from './yaml/YamlNode';

/** What one SLO of a text came to. */
export interface ReadSlo {
  definitions: SloDefinition[];
  invalid: InvalidSlo[];
}

/**
 * The definitions of an SLO; with a fault none of them, but its name and why.
 *
 * @param name - the field with its name; without one nobody can say which SLO it is
 */
export function readSloOf(
  name: YamlNode,
  definitions: SloDefinition[],
  faults: string[],
): ReadSlo {
  if (faults.length === 0) {
    return { definitions, invalid: [] };
  }
  const named = definitionName(name.text() ?? '');
  return {
    definitions: [],
    invalid: named ? [{ name: named, message: faults[0] }] : [],
  };
}
