/** The order of titles in lists: by code points, whatever the case. */
export function compareTitles(left: string, right: string): number {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
