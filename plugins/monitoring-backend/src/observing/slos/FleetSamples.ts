import {
  EventCounts,
  identityRef,
  Slo,
  sliSeriesId,
  SloSamples,
  sloWindowKey,
  windowHours,
} from '@sightline/backstage-plugin-monitoring-common';

interface SliFigures {
  burn: Record<number, EventCounts>;
  windows: Map<string, EventCounts & { hours?: number }>;
}

function key(entity: string, sli: string): string {
  return `${entity} ${sli}`;
}

/** All recorded figures of one Prometheus at one moment. */
export class FleetSamples {
  readonly #time: number;
  readonly #figures = new Map<string, SliFigures>();

  constructor(time: number) {
    this.#time = time;
  }

  /** What is known so far of the SLI that a sample's labels name; to be added to. */
  figures(labels: Record<string, string>): SliFigures {
    const id = key(labels.entity, labels.sli);
    const known = this.#figures.get(id) ?? { burn: {}, windows: new Map() };
    this.#figures.set(id, known);
    return known;
  }

  /** What is recorded of one SLO; `undefined` when nothing is. */
  of(slo: Slo): SloSamples | undefined {
    const figures = this.#figures.get(key(identityRef(slo), sliSeriesId(slo)));
    if (!figures) {
      return undefined;
    }
    const {
      bad,
      total,
      hours = 0,
    } = figures.windows.get(sloWindowKey(slo.window)) ?? {};
    return {
      time: this.#time,
      window: { bad, total },
      burn: figures.burn,
      coverage: Math.min(1, hours / windowHours(slo.window, this.#time)),
    };
  }
}
