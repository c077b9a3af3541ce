/** By the id of their target, each in the order in which they come. */
export function groupByTarget<T extends { target: string }>(
  items: T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const known = groups.get(item.target) ?? [];
    known.push(item);
    groups.set(item.target, known);
  }
  return groups;
}
