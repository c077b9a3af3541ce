/**
 * A copy of a part of a text. A part that is kept keeps all of the text that it was cut out of in
 * memory: of thousands of files, megabytes for a name each.
 */
export function detachText(part: string): string {
  return Buffer.from(part).toString();
}
