/** A key at the margin and nothing else there, then a list: as a ruler writes one namespace. */
const NAMESPACE = /^\S.*:\n( *)- /;

/**
 * The texts of the groups of a namespace, each a list of one: they can be parsed alone. All that
 * belongs to a group stands further in than the dash that begins it, texts of several lines too.
 *
 * @returns `undefined` when it is not written as a ruler does
 */
export function splitGroups(text: string): string[] | undefined {
  const [, indent] = NAMESPACE.exec(text) ?? [];
  if (indent === undefined) {
    return undefined;
  }
  const list = text.slice(text.indexOf('\n'));
  if (/\n[^\s-]/.test(list) || (indent !== '' && list.includes('\n-'))) {
    return undefined;
  }
  const dash = `\n${indent}- `;
  return list
    .split(dash)
    .slice(1)
    .map(group => `${indent}- ${group}\n`);
}
