import {
  DashboardVariable,
  variableDependencies,
} from '@sightline/backstage-plugin-monitoring-common';

/** The named variables, and all that they depend on. */
export function withDependencies(
  definitions: DashboardVariable[],
  names: string[],
): Set<string> {
  const all = new Map(definitions.map(one => [one.name, one]));
  const known = new Set(all.keys());
  const used = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const definition = all.get(name);
    if (definition && !used.has(name)) {
      used.add(name);
      open.push(...variableDependencies(definition, known));
    }
  }
  return used;
}
