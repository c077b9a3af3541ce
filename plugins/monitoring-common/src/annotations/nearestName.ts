function distance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      current[column] = Math.min(
        previous[column] + 1,
        current[column - 1] + 1,
        previous[column - 1] + (left[row - 1] === right[column - 1] ? 0 : 1),
      );
    }
    previous = current;
  }
  return previous[right.length];
}

/**
 * The known name that somebody most likely meant; `undefined` when none is near.
 *
 * @public
 */
export function nearestName(
  name: string,
  known: readonly string[],
): string | undefined {
  let best: { name: string; edits: number } | undefined;
  for (const candidate of known) {
    const edits = distance(name.toLowerCase(), candidate.toLowerCase());
    if (edits < (best?.edits ?? Infinity)) {
      best = { name: candidate, edits };
    }
  }
  const limit = Math.max(2, Math.floor(name.length / 3));
  return best && best.edits <= limit ? best.name : undefined;
}
