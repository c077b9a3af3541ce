import { InputError } from '@backstage/errors';

/** An opaque mark of the place in a list where its next page begins. */
export function encodeCursor(offset: number): string {
  return Buffer.from(`offset:${offset}`).toString('base64url');
}

/**
 * @returns where the page begins; 0 without a cursor
 * @throws `InputError` for a cursor that is not ours
 */
export function decodeCursor(cursor: string | undefined): number {
  if (cursor === undefined) {
    return 0;
  }
  const match = /^offset:(\d{1,9})$/.exec(
    Buffer.from(cursor, 'base64url').toString(),
  );
  if (!match) {
    throw new InputError(
      "The parameter 'cursor' is not one that this list gave out; leave it out to start from the top",
    );
  }
  return Number(match[1]);
}
