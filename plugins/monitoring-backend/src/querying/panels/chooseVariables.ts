import { InputError } from '@backstage/errors';
import { DashboardVariable } from '@sightline/backstage-plugin-monitoring-common';
import { VariableValues } from '../dashboards/entityVariables';

/** How Grafana writes "all values". */
const ALL = '$__all';

/** Types that a viewer does not choose here. */
const FIXED = new Set(['constant', 'datasource', 'adhoc']);

/** Types whose values stand on the dashboard itself. */
const LISTED = new Set(['custom', 'interval']);

/** Values for a dashboard's variables. */
export interface ChosenVariables {
  values: VariableValues;
  /** Names of those whose value does not stand in the dashboard: it may only become a text. */
  free: string[];
}

/**
 * The values that the caller and the entity give to a dashboard's variables. The entity has the
 * last word: of what it names, a caller may leave out, and add nothing.
 *
 * @throws `InputError` for a value that a list on the dashboard does not have
 */
export function chooseVariables(
  definitions: DashboardVariable[],
  options: { requested: VariableValues; ofEntity: VariableValues },
): ChosenVariables {
  const chosen: ChosenVariables = { values: {}, free: [] };
  for (const definition of definitions) {
    const { name, type } = definition;
    const value = narrowest(
      own(options.requested, name),
      own(options.ofEntity, name),
    );
    if (value === undefined || FIXED.has(type)) {
      continue;
    }
    if (!isListed(definition, value)) {
      if (LISTED.has(type)) {
        throw new InputError(
          `variables.${name} has a value that the dashboard does not list`,
        );
      }
      chosen.free.push(name);
    }
    chosen.values[name] = value;
  }
  return chosen;
}

type Value = string | string[];

function own(values: VariableValues, name: string): Value | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

function narrowest(
  requested: Value | undefined,
  ofEntity: Value | undefined,
): Value | undefined {
  if (ofEntity === undefined || requested === undefined) {
    return ofEntity ?? requested;
  }
  const allowed = [ofEntity].flat();
  if (!Array.isArray(requested)) {
    return allowed.includes(requested) ? requested : ofEntity;
  }
  const within = requested.filter(value => allowed.includes(value));
  return within.length > 0 ? within : ofEntity;
}

function isListed(definition: DashboardVariable, value: Value): boolean {
  const listed = new Set([
    ALL,
    ...[definition.current].flat(),
    ...definition.options.map(option => option.value),
  ]);
  return [value].flat().every(one => listed.has(one));
}
