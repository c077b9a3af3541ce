/** A row as knex gives it. */
export type Row = Record<string, any>;

/** SQLite allows 999 bound values in one statement; the widest row has 20. */
const BATCH = 49;

/** Does something with so many rows at a time as one statement can hold. */
export async function inBatches<T>(
  items: T[],
  each: (batch: T[]) => Promise<unknown>,
): Promise<void> {
  for (let index = 0; index < items.length; index += BATCH) {
    await each(items.slice(index, index + BATCH));
  }
}

/** JSON for a column; `null` for nothing. */
export function toJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

/** What {@link toJson} wrote. */
export function fromJson<T>(text: string | null): T | undefined {
  return text === null ? undefined : JSON.parse(text);
}

/** A moment as the drivers give it: a date, milliseconds, or text. */
export function toDate(value: Date | number | string | null): Date | undefined {
  return value === null ? undefined : new Date(value);
}

/** ISO 8601. */
export function toIso(value: Date | number | string | null) {
  return toDate(value)?.toISOString();
}
