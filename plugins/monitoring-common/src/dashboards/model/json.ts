import { JsonObject, JsonValue } from '@backstage/types';

/** The value as an object; an empty one when it is something else. */
export function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {};
}

/** The objects of a list; none when it is no list. */
export function asObjects(value: unknown): JsonObject[] {
  return Array.isArray(value)
    ? value.filter(one => typeof one === 'object' && one !== null).map(asObject)
    : [];
}

/** The value as text that is not empty; numbers count. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'number') {
    return String(value);
  }
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The value as a finite number; numbers written as text count. */
export function asNumber(value: unknown): number | undefined {
  const number =
    typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number)
    ? number
    : undefined;
}

/** The texts of a list; none when it is no list. */
export function asTexts(value: unknown): string[] {
  return Array.isArray(value)
    ? value.map(asText).filter((text): text is string => text !== undefined)
    : [];
}

/** The value if it is one of the choices, else the first of them. */
export function asChoice<T extends string>(
  value: JsonValue | undefined,
  choices: readonly [T, ...T[]],
): T {
  return choices.find(choice => choice === value) ?? choices[0];
}

/** The value as an address; editors of Grafana left byte order marks in some. */
export function addressText(value: unknown): string | undefined {
  return asText(asText(value)?.replace(/\uFEFF/g, ''));
}
