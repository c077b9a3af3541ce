import { readFileSync } from 'node:fs';

/**
 * Whom PostgreSQL, which refuses to run as root, runs as: its own user, or else nobody. Undefined
 * when we are not root.
 */
export function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'));
  const user =
    users.find(([name]) => name === 'postgres') ??
    users.find(([name]) => name === 'nobody');
  return user && { uid: Number(user[2]), gid: Number(user[3]) };
}
