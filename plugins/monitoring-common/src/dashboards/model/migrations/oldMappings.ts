import { JsonObject, JsonValue } from '@backstage/types';
import { asNumber, asObject, asObjects, asText } from '../json';

/**
 * Mappings of before Grafana 8, where 1 was a value and 2 a range, in the present form. Others
 * stay as they are.
 *
 * @param thresholds - a text that is a number gets the colour that they give it
 */
export function upgradeMappings(
  json: unknown,
  thresholds?: JsonValue,
): JsonObject[] {
  const values: JsonObject = {};
  const others: JsonObject[] = [];
  for (const mapping of asObjects(json)) {
    if (mapping.type === 1) {
      const value = asText(mapping.value);
      const result = resultOf(mapping, thresholds);
      if (value === 'null') {
        others.push(special('null', result));
      } else if (value !== undefined) {
        Object.defineProperty(values, value, {
          value: result,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      }
    } else if (mapping.type === 2) {
      others.push(rangeOf(mapping, resultOf(mapping, thresholds)));
    } else {
      others.push(mapping);
    }
  }
  return Object.keys(values).length
    ? [{ type: 'value', options: values }, ...others]
    : others;
}

/** The mappings of a singlestat: texts for values or for ranges, one kind of them. */
export function singlestatMappings(
  json: JsonObject,
  thresholds?: JsonValue,
): JsonObject[] {
  const values = asObjects(json.valueMaps);
  const ranges = asObjects(json.rangeMaps);
  const guessed = values.length ? 1 : 2;
  const type = asNumber(json.mappingType) || guessed;
  return (type === 1 ? values : ranges).flatMap(mapping =>
    upgradeMappings([{ ...mapping, type: type === 1 ? 1 : 2 }], thresholds),
  );
}

function rangeOf(mapping: JsonObject, result: JsonObject): JsonObject {
  const { from, to } = mapping;
  return from === 'null' || to === 'null'
    ? special('null', result)
    : {
        type: 'range',
        options: {
          from: asNumber(from) ?? null,
          to: asNumber(to) ?? null,
          result,
        },
      };
}

function special(match: string, result: JsonObject): JsonObject {
  return { type: 'special', options: { match, result } };
}

function resultOf({ text }: JsonObject, thresholds?: JsonValue): JsonObject {
  const color = colorOf(Number.parseFloat(asText(text) ?? ''), thresholds);
  return { ...(text !== undefined && { text }), ...(color && { color }) };
}

function colorOf(value: number, thresholds?: JsonValue): string | undefined {
  const steps = asObjects(asObject(thresholds).steps);
  const reached = steps.findLast(
    (step, at) => at === 0 || value >= (asNumber(step.value) ?? Infinity),
  );
  return Number.isNaN(value) ? undefined : asText(reached?.color);
}
