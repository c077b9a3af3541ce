import { InputError } from '@backstage/errors';
import {
  INCIDENTS,
  Incident,
  IncidentTimeline,
  isIncidentName,
} from '../incidents';
import { Simulation } from '../model';

/** Starts and ends incidents from now on. */
export class IncidentControl {
  constructor(
    private readonly simulation: Simulation,
    private readonly incidents: IncidentTimeline,
    /** Unix seconds. */
    private readonly now: () => number,
  ) {}

  /** Those that last. */
  list(): Incident[] {
    return this.incidents.list().filter(({ end }) => end === undefined);
  }

  /** @throws `InputError` when there is no such incident, `ConflictError` when it lasts already */
  start(name: string): void {
    this.incidents.start(this.#known(name), this.#settle());
  }

  /** @throws `InputError` when there is no such incident, `NotFoundError` when it does not last */
  end(name: string): void {
    this.incidents.end(this.#known(name), this.#settle());
  }

  /** What went before is simulated before anything changes. */
  #settle(): number {
    const now = this.now();
    this.simulation.advance(now);
    return Math.max(now, this.simulation.time);
  }

  #known(name: string) {
    if (!isIncidentName(name)) {
      throw new InputError(
        `no incident is called '${name}'; there are ${Object.keys(
          INCIDENTS,
        ).join(', ')}`,
      );
    }
    return name;
  }
}
