import { Identity } from '../http/identities';
import type { Folder } from './GrafanaState';

interface Snapshot {
  /** Unix milliseconds. */
  takenAt: number;
  /** The newest object that it knows. */
  lastId: number;
}

/**
 * What the roles may see, as 12.4 remembers it for a while: a folder that somebody else made shows
 * late. Without a time it remembers nothing.
 */
export class PermissionCache {
  readonly #snapshots = new Map<string, Snapshot>();

  /** How long it remembers; 60 in 12.4. */
  seconds = 0;

  /** Looks anew when it has been long enough. */
  refresh(role: Identity['role'], now: Date, lastId: number): void {
    const takenAt = now.getTime();
    const last = this.#snapshots.get(role);
    if (!last || takenAt - last.takenAt >= this.seconds * 1_000) {
      this.#snapshots.set(role, { takenAt, lastId });
    }
  }

  /** Forgets everything, as if it had been long enough. */
  clear(): void {
    this.#snapshots.clear();
  }

  /** Whether somebody sees a folder yet; who made it does at once. */
  knows({ id, maker }: Folder, { role, name }: Identity): boolean {
    const { lastId = Infinity } = this.#snapshots.get(role) ?? {};
    return (
      this.seconds === 0 || role === 'Admin' || maker === name || id <= lastId
    );
  }
}
