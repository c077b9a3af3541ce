import { JsonObject, JsonValue } from '@backstage/types';
import { asNumber, asObject, asText } from '../json';
import { withoutEmpty } from '../migrations/withoutEmpty';

/**
 * A variable as the present Grafana writes it, whatever version wrote it.
 *
 * @param schemaVersion - of the dashboard
 * @param inputs - constants of an exported dashboard, by the names of their placeholders
 */
export function migrateVariable(
  json: JsonObject,
  schemaVersion: number,
  inputs: Map<string, JsonValue>,
): JsonObject {
  const type = typeOf(json);
  const variable = { ...json, type, hide: hideOf(json) };
  switch (type) {
    case 'query':
      return {
        ...variable,
        refresh: refreshOf(json, schemaVersion),
        current: currentOf(json, schemaVersion),
        // What was saved then may be of another day.
        ...(schemaVersion < 29 && { options: [] }),
      };
    case 'custom':
    case 'datasource':
      return { ...variable, current: currentOf(json, schemaVersion) };
    case 'groupby':
      return { ...variable, multi: json.multi !== false };
    case 'constant': {
      const query = filled(json.query, inputs);
      const isShown = schemaVersion < 27 && asNumber(variable.hide) !== 2;
      return {
        ...variable,
        // It could be changed when it could be seen.
        type: isShown ? 'textbox' : type,
        query,
        current: { text: query, value: query },
      };
    }
    default:
      return variable;
  }
}

function typeOf({ type }: JsonObject): string {
  const name = asText(type) ?? 'query';
  return name === 'filter' ? 'query' : name;
}

function hideOf(json: JsonObject): JsonValue {
  if (json.hideVariable) {
    return 2;
  }
  return json.hideLabel ? 1 : json.hide ?? 0;
}

/** Once it was yes or no, and no meant that the saved values were used. */
function refreshOf({ refresh }: JsonObject, schemaVersion: number): JsonValue {
  if (typeof refresh === 'boolean' || refresh === undefined) {
    return 1;
  }
  return schemaVersion < 29 && refresh !== 1 && refresh !== 2
    ? 1
    : refresh ?? 1;
}

/** "All" was told by its text alone; a variable of many values has a list of them. */
function currentOf(json: JsonObject, schemaVersion: number): JsonObject {
  const { text, value } = asObject(json.current);
  const isAll =
    json.includeAll === true && [text].flat().includes('All') && !isNamed(json);
  if (isAll) {
    return { text: ['All'], value: ['$__all'] };
  }
  return withoutEmpty({
    text: aligned(text, json.multi === true, schemaVersion),
    value: aligned(value, json.multi === true, schemaVersion),
  });
}

/** One value, or a list of them where there may be many. */
function aligned(
  value: JsonValue | undefined,
  isMulti: boolean,
  schemaVersion: number,
): JsonValue | undefined {
  if (Array.isArray(value)) {
    return isMulti || schemaVersion >= 23 ? value : value[0];
  }
  return isMulti && value !== undefined && value !== '' ? [value] : value;
}

/** Whether one of the values is called "All". */
function isNamed({ query }: JsonObject): boolean {
  return typeof query === 'string' && /(^|,)\s*All\s*(,|$)/.test(query);
}

function filled(
  query: JsonValue | undefined,
  inputs: Map<string, JsonValue>,
): JsonValue {
  const name = /^\$\{(\w+)\}$/.exec(asText(query) ?? '')?.[1];
  return (name !== undefined ? inputs.get(name) : undefined) ?? query ?? '';
}
