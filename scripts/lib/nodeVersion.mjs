/** The Node that is installed beside the project when the machine's own does not fit. */
export const TOOLCHAIN_NODE = '22.23.3';

/**
 * Tells whether Backstage and its native modules run on this Node: 22 and 24, but not 24.21 and
 * later, where better-sqlite3 crashes during garbage collection.
 */
export function nodeFits(version) {
  const [major, minor] = version.split('.').map(Number);
  return major === 22 || (major === 24 && minor < 21);
}
