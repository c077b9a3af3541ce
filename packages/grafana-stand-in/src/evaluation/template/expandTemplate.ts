import { goNumber } from './goNumber';
import {
  humanize,
  humanize1024,
  humanizeDuration,
  humanizePercentage,
} from './humanize';

/** What the templates of a rule may speak of. */
export interface TemplateContext {
  /** Those of the series, `alertname` and `grafana_folder`; not those of the rule. */
  labels: Record<string, string>;
  /** By refId. */
  values: Record<string, number>;
}

type TemplateValue = string | number;

/** A template that needs more than the stand-in knows, or that Grafana itself could not fill in. */
class TemplateError extends Error {}

const NO_VALUE = '[no value]';

const NUMBER_FUNCTIONS: Record<string, (value: number) => string> = {
  humanize,
  humanize1024,
  humanizeDuration,
  humanizePercentage,
};
const TEXT_FUNCTIONS: Record<string, (value: string) => string> = {
  toUpper: value => value.toUpperCase(),
  toLower: value => value.toLowerCase(),
  title: value => value.replace(/\b[a-z]/g, letter => letter.toUpperCase()),
};

/** `$values` as one text, which is what `$value` is in Grafana. */
function valueString({ labels, values }: TemplateContext): string {
  const shown = Object.entries(labels)
    .filter(([label]) => label !== 'alertname' && label !== 'grafana_folder')
    .map(([label, value]) => `${label}=${value}`)
    .join(', ');
  return Object.entries(values)
    .map(
      ([refId, value]) =>
        `[ var='${refId}' labels={${shown}} value=${goNumber(value)} ]`,
    )
    .join(', ');
}

function term(text: string, context: TemplateContext): TemplateValue {
  const quoted = /^"((?:[^"\\]|\\.)*)"$|^`([^`]*)`$/.exec(text);
  if (quoted) {
    return quoted[1] === undefined ? quoted[2] : JSON.parse(text);
  }
  const label = /^\$labels\.(\w+)$/.exec(text);
  if (label) {
    return context.labels[label[1]] ?? NO_VALUE;
  }
  const value = /^\$values\.(\w+)(?:\.Value)?$/.exec(text);
  if (value) {
    const number = context.values[value[1]];
    if (number === undefined) {
      throw new TemplateError(`no value of ${value[1]}`);
    }
    return number;
  }
  if (text === '$value') {
    return valueString(context);
  }
  if (/^-?\d+(\.\d+)?$/.test(text)) {
    return Number(text);
  }
  throw new TemplateError(`'${text}' is not known`);
}

function call(name: string, argument: TemplateValue): TemplateValue {
  if (NUMBER_FUNCTIONS[name]) {
    const number = Number(argument);
    if (argument === '' || (Number.isNaN(number) && argument !== 'NaN')) {
      if (typeof argument === 'string') {
        throw new TemplateError(`'${argument}' is not a number`);
      }
    }
    return NUMBER_FUNCTIONS[name](number);
  }
  if (TEXT_FUNCTIONS[name]) {
    return TEXT_FUNCTIONS[name](String(argument));
  }
  throw new TemplateError(`the function ${name} is not known`);
}

function pipeline(text: string, context: TemplateContext): string {
  const [first, ...functions] = text.split('|').map(stage => stage.trim());
  const words = first.split(/\s+/);
  const start =
    words.length === 2
      ? call(words[0], term(words[1], context))
      : term(first, context);
  const result = functions.reduce<TemplateValue>(
    (value, name) => call(name, value),
    start,
  );
  return typeof result === 'number' ? goNumber(result) : result;
}

/**
 * Fills in a template: `$labels.x`, `$values.A.Value`, `$value`, and functions on them. A template
 * that fails is left as it stands, as in Grafana.
 */
export function expandTemplate(text: string, context: TemplateContext): string {
  try {
    return text.replace(/\{\{-?\s*(.*?)\s*-?\}\}/gs, (_, inner) =>
      pipeline(inner, context),
    );
  } catch (error) {
    if (error instanceof TemplateError) {
      return text;
    }
    throw error;
  }
}
