import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { MonitoringConfig } from '../../config';
import { desiredMuteTiming } from './desiredMuteTimings';
import { EntityObjects } from './entityObjects';

/** Gathers what entities share: folders, and in each Grafana contact points and mute timings. */
export class SharedObjects {
  readonly #config: MonitoringConfig;
  /** By key, folders first, as they were asked for. */
  readonly #folders = new Map<string, DesiredObject>();
  readonly #others = new Map<string, DesiredObject>();

  constructor(config: MonitoringConfig) {
    this.#config = config;
  }

  add({ folder, told }: EntityObjects): void {
    if (folder) {
      this.#folders.set(folder.key, folder);
    }
    if (!told) {
      return;
    }
    const { grafana, contactPoints, muteTimings } = told;
    for (const name of muteTimings) {
      this.#addOnce(`${grafana.id}|mute|${name}`, () => {
        const timing = this.#config.notifications.muteTimings.find(
          known => known.name === name,
        );
        return timing && desiredMuteTiming(timing, grafana);
      });
    }
    for (const { name, create } of contactPoints) {
      this.#addOnce(`${grafana.id}|tell|${name}`, create);
    }
  }

  /** In the order in which they can be written. */
  objects(): DesiredObject[] {
    return [...this.#folders.values(), ...this.#others.values()];
  }

  #addOnce(id: string, create: () => DesiredObject | undefined): void {
    const object = this.#others.has(id) ? undefined : create();
    if (object) {
      this.#others.set(id, object);
    }
  }
}
