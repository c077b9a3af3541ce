import { DashboardVariable } from '../types';
import { formatForPrometheus } from './escapePrometheus';
import { formatVariable } from './formatVariable';

const REFERENCE = /\$(\w+)|\[\[(\w+?)(?::(\w+))?\]\]|\$\{(\w+)(?::([^}]+))?\}/g;

/** How Grafana writes "all values" of a variable. */
export const ALL_VALUES = '$__all';

/** Types whose values are names or times of Grafana itself, never label values. */
const TEXT_TYPES = new Set(['datasource', 'interval']);

/** @public */
export interface InterpolationOptions {
  /** Values by the variable's name. */
  variables: Record<string, string | string[]>;
  /** The dashboard's variables: they say which may have several values, and what all are. */
  definitions?: DashboardVariable[];
  /** See {@link builtInVariables}. */
  builtIns?: Record<string, string>;
  /**
   * Format of references that name none: `prometheus` (the default, for expressions) or one
   * of Grafana's, such as `text` for titles.
   */
  defaultFormat?: string;
}

/**
 * Replaces `$name`, `${name}`, `${name:format}` and `[[name]]`; unknown names stay.
 *
 * @public
 */
export function interpolateVariables(
  text: string,
  options: InterpolationOptions,
): string {
  return text.replace(
    REFERENCE,
    (reference, plain, square, squareFormat, braced, bracedFormat) => {
      const name: string = plain ?? square ?? braced;
      const format: string | undefined = squareFormat ?? bracedFormat;
      const builtIn = options.builtIns?.[name];
      if (builtIn !== undefined) {
        return format ? formatVariable(builtIn, format, name) : builtIn;
      }
      if (!Object.hasOwn(options.variables, name)) {
        return reference;
      }
      return replaceOne(name, format, options);
    },
  );
}

function replaceOne(
  name: string,
  format: string | undefined,
  options: InterpolationOptions,
): string {
  const definition = options.definitions?.find(one => one.name === name);
  const value = options.variables[name];
  const wantsText = (format ?? options.defaultFormat) === 'text';

  if (isAll(value)) {
    if (wantsText) {
      return 'All';
    }
    if (definition?.allValue !== undefined) {
      // Written by the author as a regular expression, so not escaped.
      return interpolateVariables(definition.allValue, options);
    }
  }
  const expanded = isAll(value) ? allOptions(definition) : value;
  if (expanded === undefined) {
    return '.*';
  }
  const used = format ?? options.defaultFormat ?? 'prometheus';
  if (used !== 'prometheus') {
    return formatVariable(expanded, used, name);
  }
  const isRegex = Boolean(definition?.multi || definition?.includeAll);
  return definition && TEXT_TYPES.has(definition.type)
    ? formatVariable(expanded, 'raw', name)
    : formatForPrometheus(expanded, isRegex);
}

function isAll(value: string | string[]): boolean {
  return Array.isArray(value)
    ? value.length === 1 && value[0] === ALL_VALUES
    : value === ALL_VALUES;
}

function allOptions(definition?: DashboardVariable): string[] | undefined {
  const values = definition?.options
    .map(option => option.value)
    .filter(value => value !== ALL_VALUES);
  return values?.length ? values : undefined;
}
