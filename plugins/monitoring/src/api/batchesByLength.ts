/**
 * Texts in batches that fit into the address of a request.
 *
 * @param limits - most characters, as written in an address, and most items of a batch
 */
export function batchesByLength(
  texts: string[],
  limits: { characters: number; items: number },
): string[][] {
  const batches: string[][] = [];
  let length = 0;
  for (const text of texts) {
    const own = encodeURIComponent(text).length;
    const batch = batches.at(-1);
    if (
      batch &&
      batch.length < limits.items &&
      length + own <= limits.characters
    ) {
      batch.push(text);
      length += own;
    } else {
      batches.push([text]);
      length = own;
    }
  }
  return batches;
}
