import { IncidentTimeline } from '../incidents';
import { createMediaPlatform } from './createMediaPlatform';
import { noise } from './noise';
import { SimulatedTarget } from './SimulatedTarget';
import { trafficFactor } from './trafficFactor';

const SEED = 20_250_101;
const MINUTE = 60;
const DAY = 86_400;

/** A simulation at one moment, to go on from later. */
export interface SimulationState {
  /** Unix seconds. */
  time: number;
  /** Per target, per family, what its `save` gave. */
  values: number[][][];
}

/**
 * The media platform over time. What it does depends on time and incidents alone, never on how
 * often it is asked, so that history and live pages are one line.
 */
export class Simulation {
  readonly targets: readonly SimulatedTarget[];
  readonly #incidents: IncidentTimeline;
  #time: number;

  private constructor(time: number, incidents: IncidentTimeline) {
    this.#time = time;
    this.#incidents = incidents;
    this.targets = createMediaPlatform();
  }

  /** A platform that was started at `time`, in Unix seconds, with counters of zero. */
  static create(time: number, incidents: IncidentTimeline): Simulation {
    return new Simulation(time, incidents);
  }

  /** A platform that goes on where it was saved. */
  static restore(
    state: SimulationState,
    incidents: IncidentTimeline,
  ): Simulation {
    const simulation = new Simulation(state.time, incidents);
    simulation.targets.forEach(({ families }, target) =>
      families.forEach((family, index) =>
        family.restore(state.values[target][index]),
      ),
    );
    return simulation;
  }

  save(): SimulationState {
    return {
      time: this.#time,
      values: this.targets.map(({ families }) =>
        families.map(family => family.save()),
      ),
    };
  }

  /** Unix seconds. */
  get time(): number {
    return this.#time;
  }

  /** Moves on to `time`, in Unix seconds; a moment that is past changes nothing. */
  advance(time: number): void {
    while (this.#time < time) {
      const start = this.#time;
      const minute = Math.floor(start / MINUTE);
      const end = Math.min(
        time,
        (minute + 1) * MINUTE,
        this.#incidents.nextChange(start),
      );
      this.targets.forEach((target, index) =>
        target.advance({
          time: minute * MINUTE,
          timeOfDay: ((minute * MINUTE) % DAY) / DAY,
          seconds: end - start,
          traffic: trafficFactor(SEED + index, minute * MINUTE),
          chance: seed => noise(SEED + 1_000 * index + seed, minute),
          isActive: incident => this.#incidents.isActive(incident, start),
        }),
      );
      this.#time = end;
    }
  }
}
