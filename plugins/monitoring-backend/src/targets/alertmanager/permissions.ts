import { ConflictError } from '@backstage/errors';
import { Stats } from 'node:fs';
import { FileHandle, stat } from 'node:fs/promises';

/** Of a new file: it holds secrets. */
const DEFAULT_MODE = 0o600;
const OF_GROUP = 0o070;

/** Who may read a file that is to be replaced. */
export interface Permissions {
  mode: number;
  /** Of the file that it replaces. */
  like?: Pick<Stats, 'uid' | 'gid'>;
}

/**
 * Those that the file has, so that whoever reads it can go on doing so.
 *
 * @param mode - what was configured; wins
 */
export async function permissionsOf(
  file: string,
  mode: number | undefined,
): Promise<Permissions> {
  const like = await stat(file).catch(error => {
    if (error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  });
  // eslint-disable-next-line no-bitwise
  const had = like && like.mode & 0o777;
  return { mode: mode ?? had ?? DEFAULT_MODE, like };
}

/**
 * Gives them to a file that nothing was written to yet.
 *
 * @throws `ConflictError` when it cannot have the group that reads it
 */
export async function applyPermissions(
  file: FileHandle,
  { mode, like }: Permissions,
): Promise<void> {
  const now = await file.stat();
  if (like) {
    // Only root can give a file away.
    const uid = process.getuid?.() === 0 ? like.uid : now.uid;
    // eslint-disable-next-line no-bitwise
    const gid = mode & OF_GROUP ? like.gid : now.gid;
    if (uid !== now.uid || gid !== now.gid) {
      await file.chown(uid, gid).catch(error => {
        throw new ConflictError(
          `The file of monitoring.provisioning.alertmanagerConfig.file belongs to the group ${gid}, and a new one cannot be given to it (${error.code}); run the backend as a member of that group. Nothing was written`,
        );
      });
    }
  }
  await file.chmod(mode);
}
