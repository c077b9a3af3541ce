import { JsonObject } from '@backstage/types';
import { DisplayCondition, DisplayRule } from '../types';
import { asObject, asObjects, asText } from './json';

const OPERATORS: Record<string, DisplayRule['operator']> = {
  equals: '=',
  notEquals: '!=',
  matches: '=~',
  notMatches: '!~',
};

/**
 * When something of a dashboard is shown. Rules about the answers of queries are left out: those
 * that remain decide, and without any it is shown.
 */
export function parseCondition(json: unknown): DisplayCondition | undefined {
  const { visibility, condition, items } = asObject(asObject(json).spec);
  const rules = asObjects(items).flatMap(item => parseRule(item) ?? []);
  return rules.length
    ? { hides: visibility === 'hide', any: condition === 'or', rules }
    : undefined;
}

function parseRule({ kind, spec }: JsonObject): DisplayRule | undefined {
  const { variable, operator, value } = asObject(spec);
  const name = asText(variable);
  const sign = asText(operator) ?? '';
  if (kind === 'ConditionalRenderingTimeRangeSize') {
    const longest = asText(value);
    return longest ? { operator: '<=', value: longest } : undefined;
  }
  return kind === 'ConditionalRenderingVariable' &&
    name &&
    Object.hasOwn(OPERATORS, sign)
    ? { variable: name, operator: OPERATORS[sign], value: asText(value) ?? '' }
    : undefined;
}
