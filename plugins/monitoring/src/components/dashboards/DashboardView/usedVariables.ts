import {
  DashboardVariable,
  PanelModel,
  variableReferences,
} from '@sightline/backstage-plugin-monitoring-common';

const known = new WeakMap<
  PanelModel,
  { definitions: DashboardVariable[]; used: Set<string> | undefined }
>();

/** As {@link findUsed}, once for each panel and set of variables. */
export function usedVariables(
  panel: PanelModel,
  definitions: DashboardVariable[],
): Set<string> | undefined {
  let found = known.get(panel);
  if (found?.definitions !== definitions) {
    found = { definitions, used: findUsed(panel, definitions) };
    known.set(panel, found);
  }
  return found.used;
}

/**
 * Names of the variables whose values the answers to a panel depend on.
 *
 * @returns undefined when any of them may matter
 */
function findUsed(
  panel: PanelModel,
  definitions: DashboardVariable[],
): Set<string> | undefined {
  const { targets, interval, timeFrom, timeShift, datasource } = panel;
  if (targets.some(({ source }) => source)) {
    // What another panel shows: its variables are not written here.
    return undefined;
  }
  const byName = new Map(definitions.map(one => [one.name, one]));
  const used = new Set<string>();
  const open = [
    ...variableReferences(
      JSON.stringify([targets, interval, timeFrom, timeShift, datasource]),
    ),
    // Its filters are added to every query.
    ...definitions.filter(({ type }) => type === 'adhoc').map(one => one.name),
  ];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const definition = byName.get(name);
    if (definition && !used.has(name)) {
      used.add(name);
      // "All" of a variable depends on what its own query depends on.
      const { query, regex, allValue, datasource: source } = definition;
      open.push(
        ...variableReferences(JSON.stringify([query, regex, allValue, source])),
      );
    }
  }
  return used;
}
