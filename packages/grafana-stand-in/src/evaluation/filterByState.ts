/** States that the state API knows, with that of the instances which it shows for them. */
const STATES: Record<string, { rule: string; instance: string }> = {
  firing: { rule: 'firing', instance: 'Alerting' },
  pending: { rule: 'pending', instance: 'Pending' },
  recovering: { rule: 'recovering', instance: 'Recovering' },
  inactive: { rule: 'inactive', instance: 'Normal' },
  normal: { rule: 'inactive', instance: 'Normal' },
  // No rule is ever in these.
  nodata: { rule: 'nodata', instance: 'NoData' },
  error: { rule: 'error', instance: 'Error' },
};

/** The first of these that is no state. */
export function findUnknownState(states: string[]): string | undefined {
  return states.find(state => STATES[state] === undefined);
}

function filterInstances(
  rule: Record<string, any>,
  instances: string[],
): Record<string, any> {
  const { alerts = [], totals = {}, totalsFiltered, ...rest } = rule;
  const shown = alerts.filter(({ state }: { state: string }) =>
    instances.includes(state.split(' ')[0]),
  );
  if (shown.length === 0) {
    return 'totals' in rule ? { ...rest, totals } : rest;
  }
  const names = instances.map(instance => instance.toLowerCase());
  return {
    ...rest,
    alerts: shown,
    totals,
    totalsFiltered: Object.fromEntries(
      Object.entries(totals).filter(([name]) =>
        [...names, 'error'].includes(name),
      ),
    ),
  };
}

/**
 * Groups of the state API with the rules in these states, and of them the instances that are in
 * them too (recording `alert-state`). Totals stay those of all.
 */
export function filterByState(
  groups: Record<string, any>[],
  states: string[],
): Record<string, any>[] {
  const wanted = states.map(state => STATES[state]);
  const instances = wanted.map(({ instance }) => instance);
  return groups
    .map(group => ({
      ...group,
      rules: group.rules
        .filter(({ state }: { state: string }) =>
          wanted.some(({ rule }) => rule === state),
        )
        .map((rule: Record<string, any>) => filterInstances(rule, instances)),
    }))
    .filter(({ rules }) => rules.length > 0);
}
