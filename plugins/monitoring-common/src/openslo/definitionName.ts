/** Longest name, the limit of a DNS label. */
const MAXIMUM = 63;

/**
 * A name as an SLO's id wants it: lower-case letters and digits, single hyphens between.
 *
 * @param suffix - what it must end with, for example `-2`
 * @returns `''` when nothing of it is left
 */
export function definitionName(text: string, suffix: string = ''): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAXIMUM - suffix.length)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? '' : `${plain}${suffix}`;
}
