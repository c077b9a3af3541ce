/** How long Grafana keeps permissions in memory (recording `folders`). In milliseconds. */
const CACHED = 60_000;

/**
 * Folders that were made moments ago: to identities other than the one that made them they are
 * forbidden or not there until Grafana's cache of permissions is old.
 */
export class YoungFolders {
  readonly #until = new Map<string, number>();

  constructor(private readonly now: () => Date = () => new Date()) {}

  add(uid: string): void {
    this.#until.set(uid, this.now().getTime() + CACHED);
  }

  /** In seconds; 0 for one that everybody knows. */
  waitFor(uid: string): number {
    const rest = (this.#until.get(uid) ?? 0) - this.now().getTime();
    return Math.max(0, Math.ceil(rest / 1000));
  }
}
