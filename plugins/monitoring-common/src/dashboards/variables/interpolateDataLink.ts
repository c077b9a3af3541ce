import { VariableValues } from '../types';
import { ALL_VALUES, isAllValues } from './allValues';
import {
  BuiltInObject,
  pageVariables,
  PageVariablesOptions,
  rangeVariables,
} from './builtInVariables';
import { formatVariable } from './formatVariable';
import {
  interpolateVariables,
  InterpolationOptions,
} from './interpolateVariables';

/** One value of a field, as links name it. @public */
export interface LinkedValue {
  /** As the data has it. */
  raw: string | number;
  numeric: number;
  /** As it is written, with its unit. */
  text: string;
  /** Unix milliseconds. */
  time?: number;
}

/**
 * What a link can refer to beside the dashboard's variables.
 *
 * @public
 */
export interface DataLinkScope
  extends Pick<InterpolationOptions, 'variables' | 'definitions' | 'scoped'> {
  /** Of the page, in Unix milliseconds. */
  range: { from: number; to: number };
  /** As the page's address has it: `now-6h`; default: the range. */
  rawRange?: { from: string; to: string };
  page?: PageVariablesOptions;
  /** Of the series that the value belongs to: the name that people read. */
  seriesName?: string;
  field?: { name: string; labels?: Record<string, string> };
  value?: LinkedValue;
  /** The other values in the same row, by the name of their field. */
  row?: {
    frameName?: string;
    refId?: string;
    fields: Record<string, LinkedValue>;
  };
  /** Names of variables that addresses do not carry. */
  withoutSync?: string[];
}

/**
 * The address of a link of a value, a panel or a dashboard: `${__value.raw}`,
 * `${__data.fields.pod}`, `${__series.name}`, `${__field.labels.job}`, `${__url_time_range}`,
 * `${__all_variables}`, variables and their formats. Values are encoded for addresses.
 *
 * @public
 */
export function interpolateDataLink(url: string, scope: DataLinkScope): string {
  return interpolateVariables(url.replace(/\n/g, ''), {
    ...optionsOf(scope),
    defaultFormat: 'uriencode',
  });
}

/** The title of such a link; values stand as they are read. @public */
export function interpolateDataLinkTitle(
  title: string,
  scope: DataLinkScope,
): string {
  return interpolateVariables(title, {
    ...optionsOf(scope),
    defaultFormat: 'text',
  });
}

/** Variables as the parameters of an address, under Grafana's names. @public */
export function variableParameters(
  variables: VariableValues,
  without: string[] = [],
): string {
  return Object.entries(variables)
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) =>
      formatVariable(
        isAllValues(value) ? ALL_VALUES : value,
        'queryparam',
        name,
      ),
    )
    .filter(parameter => parameter !== '')
    .join('&');
}

function optionsOf(scope: DataLinkScope): InterpolationOptions {
  const { range, rawRange, seriesName, field, value, row } = scope;
  const { from, to } = rawRange ?? {
    from: String(range.from),
    to: String(range.to),
  };
  return {
    variables: scope.variables,
    definitions: scope.definitions,
    scoped: scope.scoped,
    verbatim: {
      __url_time_range: `from=${encodeURIComponent(
        from,
      )}&to=${encodeURIComponent(to)}`,
      __all_variables: variableParameters(scope.variables, scope.withoutSync),
    },
    builtIns: {
      ...pageVariables(scope.page ?? {}),
      ...rangeVariables(range),
      ...(seriesName !== undefined && {
        __series: { '': seriesName, name: seriesName },
        __name: seriesName,
      }),
      ...(field && {
        __field: {
          '': field.name,
          name: field.name,
          labels: labels(field.labels),
        },
      }),
      ...(value && { __value: valueObject(value) }),
      ...(row && {
        __data: {
          name: row.frameName,
          refId: row.refId,
          fields: fieldsObject(row.fields),
        },
      }),
    },
  };
}

/** `${__field.labels}` alone says them all. */
function labels(values: Record<string, string> = {}): BuiltInObject {
  const text = Object.keys(values)
    .sort()
    .map(name => `${name}="${values[name]}"`)
    .join(', ');
  return { '': text, ...values };
}

function valueObject({ raw, numeric, text, time }: LinkedValue): BuiltInObject {
  return { '': text, raw, numeric, text, time };
}

/** Fields by name and by place. */
function fieldsObject(fields: Record<string, LinkedValue>): BuiltInObject {
  const entries = Object.entries(fields).map(
    ([name, value]) => [name, valueObject(value)] as const,
  );
  return Object.fromEntries([
    ...entries.map(([, value], at) => [String(at), value] as const),
    ...entries,
  ]);
}
