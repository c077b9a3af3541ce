import { JsonObject, JsonValue } from '@backstage/types';
import { DashboardVariable, VariableOption, VariableSort } from '../types';
import { asNumber, asObject, asObjects, asText, asTexts } from './json';

const REFRESH = ['never', 'load', 'time'] as const;
const HIDE = ['none', 'label', 'variable'] as const;

/** A variable of a dashboard; undefined when it has no name. */
export function parseVariable(json: JsonObject): DashboardVariable | undefined {
  const name = asText(json.name);
  if (!name) {
    return undefined;
  }
  const type = asText(json.type) ?? 'custom';
  const query = parseQuery(json.query);
  const options = asObjects(json.options).flatMap(option => {
    const value = asText(option.value);
    return value === undefined
      ? []
      : [{ value, text: asText(option.text) ?? value }];
  });
  return {
    name,
    type,
    label: asText(json.label),
    query,
    current: parseCurrent(asObject(json.current).value),
    options: options.length ? options : optionsOfQuery(type, query),
    multi: json.multi === true,
    includeAll: json.includeAll === true,
    allValue: asText(json.allValue),
    regex: asText(json.regex),
    sort: parseSort(json.sort),
    hide: HIDE[Number(json.hide)] ?? 'none',
    refresh: REFRESH[Number(json.refresh)] ?? 'never',
    allowCustomValue: json.allowCustomValue !== false,
  };
}

/** Odd numbers ascend, even ones descend: by letters, numbers, or letters of any case. */
function parseSort(json: JsonValue | undefined): VariableSort {
  const sort = asNumber(json) ?? 0;
  if (sort <= 0) {
    return 'none';
  }
  return sort % 2 === 1 ? 'asc' : 'desc';
}

function parseQuery(json: JsonValue | undefined): string {
  return asText(json) ?? asText(asObject(json).query) ?? '';
}

function parseCurrent(json: JsonValue | undefined): string | string[] {
  return Array.isArray(json) ? asTexts(json) : asText(json) ?? '';
}

/** Lists written into the variable: `a, b : value, c`. */
function optionsOfQuery(type: string, query: string): VariableOption[] {
  if (type !== 'custom' && type !== 'interval') {
    return [];
  }
  return query
    .split(/(?<!\\),/)
    .map(part => part.replace(/\\,/g, ',').trim())
    .filter(part => part !== '')
    .map(part => {
      const [, text, value] = /^(.+?) : (.+)$/.exec(part) ?? [];
      return value ? { text, value } : { text: part, value: part };
    });
}
