import { JsonObject, JsonValue } from '@backstage/types';
import {
  AdhocFilter,
  DashboardVariable,
  VariableOption,
  VariableSort,
} from '../types';
import { ADHOC_OPERATORS } from '../variables/adhocFilters';
import { customOptions } from '../variables/customOptions';
import { variableQueryText } from '../variables/variableQuery';
import { variableSort } from '../variables/variableSort';
import { asNumber, asObject, asObjects, asText, asTexts } from './json';

const REFRESH = ['never', 'load', 'time'] as const;
const HIDE = ['none', 'label', 'variable'] as const;

/** How version 2 of the schema calls what version 1 counts. */
const REFRESH_NAMES = ['never', 'onDashboardLoad', 'onTimeRangeChanged'];
const HIDE_NAMES = ['dontHide', 'hideLabel', 'hideVariable'];
const SORT_NAMES = [
  'disabled',
  'alphabeticalAsc',
  'alphabeticalDesc',
  'numericalAsc',
  'numericalDesc',
  'alphabeticalCaseInsensitiveAsc',
  'alphabeticalCaseInsensitiveDesc',
  'naturalAsc',
  'naturalDesc',
];

/** A variable of a dashboard; undefined when it has no name. */
export function parseVariable(json: JsonObject): DashboardVariable | undefined {
  const name = asText(json.name);
  if (!name) {
    return undefined;
  }
  const type = asText(json.type) ?? 'custom';
  const query = parseQuery(type, json);
  const current = asObject(json.current);
  const datasource = parseDatasource(json.datasource);
  return {
    name,
    type,
    label: asText(json.label),
    description: asText(json.description),
    query,
    current: parseCurrent(current.value, json),
    currentText: parseCurrentText(current.text),
    options: parseOptions(type, query, json),
    multi: json.multi === true,
    includeAll: json.includeAll === true,
    allValue: asText(json.allValue),
    regex: asText(json.regex),
    sort: parseSort(json.sort),
    hide: HIDE[placeOf(json.hide, HIDE_NAMES)] ?? 'none',
    refresh: REFRESH[placeOf(json.refresh, REFRESH_NAMES)] ?? 'never',
    allowCustomValue: json.allowCustomValue !== false,
    ...(datasource && { datasource }),
    ...(json.skipUrlSync === true && { skipUrlSync: true }),
    ...(json.auto === true && {
      auto: {
        count: asNumber(json.auto_count) ?? 30,
        min: asText(json.auto_min) ?? '10s',
      },
    }),
    ...(type === 'adhoc' && { filters: parseFilters(json) }),
  };
}

function placeOf(json: JsonValue | undefined, names: string[]): number {
  const place = names.indexOf(asText(json) ?? '');
  return place < 0 ? asNumber(json) ?? 0 : place;
}

function parseSort(json: JsonValue | undefined): VariableSort {
  return variableSort(placeOf(json, SORT_NAMES));
}

function parseQuery(type: string, json: JsonObject): string {
  if (type !== 'query') {
    return asText(json.query) ?? '';
  }
  const query =
    typeof json.query === 'number'
      ? String(json.query)
      : variableQueryText(json.query);
  return query || asText(json.definition) || '';
}

function parseCurrent(
  value: JsonValue | undefined,
  json: JsonObject,
): string | string[] {
  if (Array.isArray(value)) {
    return asTexts(value);
  }
  if (typeof value === 'boolean') {
    return String(value);
  }
  const text = asText(value) ?? '';
  return text === '' && json.type === 'switch'
    ? asText(json.disabledValue) ?? 'false'
    : text;
}

function parseCurrentText(
  text: JsonValue | undefined,
): string | string[] | undefined {
  return Array.isArray(text) ? asTexts(text) : asText(text);
}

function parseDatasource(
  json: JsonValue | undefined,
): DashboardVariable['datasource'] {
  const named = asText(json);
  if (named) {
    return { uid: named };
  }
  const { type, uid } = asObject(json);
  const reference = { type: asText(type), uid: asText(uid) };
  return reference.type || reference.uid ? reference : undefined;
}

/** A list is read from where its author wrote it; the saved one may be older. */
function parseOptions(
  type: string,
  query: string,
  json: JsonObject,
): VariableOption[] {
  const saved = asObjects(json.options).flatMap(option => {
    const value = asText(option.value);
    return value === undefined
      ? []
      : [{ value, text: asText(option.text) ?? value }];
  });
  if (type === 'switch') {
    const [enabled, disabled] = [
      asText(json.enabledValue) ?? 'true',
      asText(json.disabledValue) ?? 'false',
    ];
    return saved.length
      ? saved
      : [
          { text: 'Enabled', value: enabled },
          { text: 'Disabled', value: disabled },
        ];
  }
  if (type === 'interval' && query) {
    return intervals(query);
  }
  return type === 'custom' && query ? customOptions(query) : saved;
}

/** Intervals stand behind each other, with commas and sometimes in quotes. */
function intervals(query: string): VariableOption[] {
  return query
    .split(',')
    .map(part => part.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter(value => value !== '')
    .map(value => ({ text: value, value }));
}

function parseFilters(json: JsonObject): AdhocFilter[] {
  return asObjects(json.filters).flatMap(filter => {
    const key = asText(filter.key);
    const operator = ADHOC_OPERATORS.find(one => one === filter.operator);
    const values = asTexts(filter.values);
    return key && operator
      ? [
          {
            key,
            operator,
            value: asText(filter.value) ?? values[0] ?? '',
            ...(values.length > 0 && { values }),
          },
        ]
      : [];
  });
}
