import { ConflictError } from '@backstage/errors';
import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';

/** The packs that are installed. */
export class PackRegistry {
  readonly #packs = new Map<string, MonitoringPack>();

  static create(...packs: MonitoringPack[]): PackRegistry {
    const registry = new PackRegistry();
    registry.addPacks(...packs);
    return registry;
  }

  private constructor() {}

  /** @throws `ConflictError` when a pack with that id is there already */
  addPacks(...packs: MonitoringPack[]): void {
    for (const pack of packs) {
      if (this.#packs.has(pack.id)) {
        throw new ConflictError(
          `Two monitoring packs are called '${pack.id}'; remove one of the modules that add it`,
        );
      }
      this.#packs.set(pack.id, pack);
    }
  }

  get(id: string): MonitoringPack | undefined {
    return this.#packs.get(id);
  }

  /** All packs, by id. */
  list(): MonitoringPack[] {
    return [...this.#packs.values()].sort((a, b) => a.id.localeCompare(b.id));
  }
}
