import { InputError } from '@backstage/errors';
import {
  AdhocFilter,
  ALL_VALUES,
  DashboardVariable,
  formatAdhocFilter,
  isAutoInterval,
  parseAdhocFilter,
} from '@sightline/backstage-plugin-monitoring-common';
import { VariableValues } from '../dashboards/entityVariables';

/** Types that a viewer does not choose here. */
const FIXED = new Set(['constant', 'datasource', 'groupby']);

/** Types whose values stand on the dashboard itself. */
const LISTED = new Set(['custom', 'interval', 'switch']);

/** Filters of one variable; each goes into every selector of every query. */
const MOST_FILTERS = 50;

/** Values for a dashboard's variables. */
export interface ChosenVariables {
  values: VariableValues;
  /** Names of those whose value does not stand in the dashboard: it may only become a text. */
  free: string[];
  /** Of ad hoc variables: matchers for every selector. */
  filters: AdhocFilter[];
}

/**
 * The values that the caller and the entity give to a dashboard's variables. The entity has the
 * last word: of what it names, a caller may leave out, and add nothing.
 *
 * @throws `InputError` for a value that a list on the dashboard does not have, and for a text
 * that is no filter
 */
export function chooseVariables(
  definitions: DashboardVariable[],
  options: { requested: VariableValues; ofEntity: VariableValues },
): ChosenVariables {
  const chosen: ChosenVariables = {
    // A dashboard may call a variable `__proto__`, or `constructor`.
    values: Object.create(null),
    free: [],
    filters: [],
  };
  for (const definition of definitions) {
    const { name, type } = definition;
    const requested = own(options.requested, name);
    if (type === 'adhoc') {
      const filters = chooseFilters(definition, requested);
      chosen.filters.push(...filters);
      chosen.values[name] = filters.map(formatAdhocFilter);
      continue;
    }
    const value = narrowest(requested, own(options.ofEntity, name));
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

/** The caller's filters, else those that the dashboard was saved with. */
function chooseFilters(
  { name, filters }: DashboardVariable,
  requested: Value | undefined,
): AdhocFilter[] {
  if (requested === undefined) {
    return filters ?? [];
  }
  // An address without filters has the variable with an empty text.
  const texts = [requested].flat().filter(text => text !== '');
  if (texts.length > MOST_FILTERS) {
    throw new InputError(
      `variables.${name} has more than ${MOST_FILTERS} filters`,
    );
  }
  return texts.map(text => {
    const filter = parseAdhocFilter(text);
    if (!filter) {
      throw new InputError(
        `variables.${name} has '${text.slice(
          0,
          80,
        )}', which is no filter; one looks like 'job|=|api'`,
      );
    }
    return filter;
  });
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
    ALL_VALUES,
    ...[definition.current].flat(),
    ...definition.options.map(option => option.value),
  ]);
  return [value]
    .flat()
    .every(
      one =>
        listed.has(one) ||
        (definition.auto !== undefined && isAutoInterval(one)),
    );
}
