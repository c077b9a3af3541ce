import { DashboardVariable, VariableOption } from '../types';
import { ALL_TEXT, ALL_VALUES } from './allValues';
import { ownOf } from './ownOf';

/**
 * What people read for one value of a variable: the text of its option.
 *
 * @public
 */
export function variableText(
  value: string,
  definition?: Pick<DashboardVariable, 'options' | 'current' | 'currentText'>,
): string {
  if (value === ALL_VALUES) {
    return ALL_TEXT;
  }
  const option = definition && optionOf(value, definition);
  if (option) {
    return option.text;
  }
  const at = [definition?.current ?? []].flat().indexOf(value);
  return [definition?.currentText ?? []].flat()[at] ?? value;
}

/** A part of a value: one of several, or a property of the option. */
export function partOfValue(
  value: string | string[],
  steps: string[],
  definition: DashboardVariable | undefined,
  scoped: VariableOption | undefined,
): string | string[] {
  const [step] = steps;
  if (step === undefined) {
    return value;
  }
  if (Array.isArray(value)) {
    if (/^\d+$/.test(step)) {
      return value[Number(step)] ?? value;
    }
    return value.map(one => propertyOf(one, step, definition, scoped) ?? one);
  }
  return propertyOf(value, step, definition, scoped) ?? value;
}

function propertyOf(
  value: string,
  property: string,
  definition: DashboardVariable | undefined,
  scoped: VariableOption | undefined,
): string | undefined {
  const option = scoped ?? optionOf(value, definition);
  const written = ownOf(option?.properties, property);
  if (written !== undefined || !option) {
    return written;
  }
  return property === 'text' || property === 'value'
    ? option[property]
    : undefined;
}

/** What people read for all values together. */
export function textOfValue(
  value: string | string[],
  definition: DashboardVariable | undefined,
  scoped: VariableOption | undefined,
): string {
  return scoped
    ? scoped.text
    : [value]
        .flat()
        .map(one => variableText(one, definition))
        .join(' + ');
}

function optionOf(
  value: string,
  definition: Pick<DashboardVariable, 'options'> | undefined,
): VariableOption | undefined {
  return definition?.options.find(option => option.value === value);
}
