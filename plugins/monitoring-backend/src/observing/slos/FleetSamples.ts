import {
  EventCounts,
  identityRef,
  Slo,
  sliSeriesId,
  SloSamples,
  sloWindowKey,
  windowHours,
} from '@sightline/backstage-plugin-monitoring-common';

const HOUR = 3_600;

/** Events over an SLO window, and the hours of it that are recorded. */
export type WindowFigures = EventCounts & { hours?: number };

/** All that is recorded of one SLI. */
export interface SliFigures {
  burn: Record<number, EventCounts>;
  /** By {@link sloWindowKey}, as the rules recorded them. */
  windows: Map<string, WindowFigures>;
  /** Shares of alerting windows, in seconds, that are recorded; absent where that is all. */
  shares?: Map<number, number>;
}

/** All recorded figures of one Prometheus at one moment. */
export class FleetSamples {
  readonly #time: number;
  /** By entity and SLI. */
  readonly #figures = new Map<string, Map<string, SliFigures>>();

  constructor(time: number) {
    this.#time = time;
  }

  /** What is known so far of the SLI that a sample's labels name; to be added to. */
  figures({ entity, sli }: Record<string, string>): SliFigures {
    let ofEntity = this.#figures.get(entity);
    if (!ofEntity) {
      ofEntity = new Map();
      this.#figures.set(entity, ofEntity);
    }
    let figures = ofEntity.get(sli);
    if (!figures) {
      figures = { burn: {}, windows: new Map() };
      ofEntity.set(sli, figures);
    }
    return figures;
  }

  /**
   * What is recorded of one SLO; `undefined` when nothing is.
   *
   * @param summed - the same window, summed from the hours; taken when it reaches back further
   */
  of(slo: Slo, summed?: FleetSamples): SloSamples | undefined {
    const figures = this.#of(slo);
    if (!figures) {
      return undefined;
    }
    const key = sloWindowKey(slo.window);
    const recorded = figures.windows.get(key);
    const own = summed && summed.#of(slo)?.windows.get(key);
    const {
      bad,
      total,
      hours = 0,
    } = ((own?.hours ?? 0) > (recorded?.hours ?? 0) ? own : recorded) ?? {};
    const ofWindow = windowHours(slo.window, this.#time);
    return {
      time: this.#time,
      window: { bad, total },
      burn: figures.burn,
      coverage: Math.min(1, hours / ofWindow),
    };
  }

  /**
   * Share of an SLO's alerting window that is recorded, 0..1. The rules say it; before they did, it
   * is what can be told from the hours of the SLO's window.
   */
  recordedShare(slo: Slo, windowSeconds: number, samples: SloSamples): number {
    const figures = this.#of(slo);
    if (figures?.shares || figures?.windows.size) {
      return figures.shares?.get(windowSeconds) ?? 1;
    }
    const hours = samples.coverage * windowHours(slo.window, this.#time);
    return Math.min(1, (hours * HOUR) / windowSeconds);
  }

  #of(slo: Slo): SliFigures | undefined {
    return this.#figures.get(identityRef(slo))?.get(sliSeriesId(slo));
  }
}
