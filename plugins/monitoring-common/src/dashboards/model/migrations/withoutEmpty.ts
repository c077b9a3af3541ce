import { JsonObject, JsonValue } from '@backstage/types';

/** The object without what is not set. */
export function withoutEmpty(
  object: Record<string, JsonValue | undefined>,
): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(
      (entry): entry is [string, JsonValue] =>
        entry[1] !== undefined && entry[1] !== null,
    ),
  );
}
