import { ConflictError, NotFoundError } from '@backstage/errors';
import { IncidentName } from './catalogue';

/** An incident that was or is. Times in Unix seconds. */
export interface Incident {
  name: IncidentName;
  start: number;
  /** Absent while it lasts. */
  end?: number;
}

/** Which incident lasted when. */
export class IncidentTimeline {
  readonly #incidents: Incident[];

  constructor(incidents: Incident[] = []) {
    this.#incidents = incidents.map(incident => ({ ...incident }));
  }

  list(): Incident[] {
    return this.#incidents.map(incident => ({ ...incident }));
  }

  isActive(name: IncidentName, time: number): boolean {
    return this.#incidents.some(
      incident =>
        incident.name === name &&
        incident.start <= time &&
        time < (incident.end ?? Infinity),
    );
  }

  /** @throws `ConflictError` when it lasts already */
  start(name: IncidentName, time: number): void {
    if (this.#running(name)) {
      throw new ConflictError(
        `${name} is on already; end it first: npm run demo -- incident end ${name}`,
      );
    }
    this.#incidents.push({ name, start: time });
  }

  /** @throws `NotFoundError` when it does not last */
  end(name: IncidentName, time: number): void {
    const incident = this.#running(name);
    if (!incident) {
      throw new NotFoundError(
        `${name} is not on; npm run demo -- incident list shows what is`,
      );
    }
    incident.end = time;
  }

  /** The first moment after `time` at which something starts or ends, or `Infinity`. */
  nextChange(time: number): number {
    return Math.min(
      Infinity,
      ...this.#incidents
        .flatMap(({ start, end }) => [start, end ?? Infinity])
        .filter(moment => moment > time),
    );
  }

  #running(name: IncidentName): Incident | undefined {
    return this.#incidents.find(
      incident => incident.name === name && incident.end === undefined,
    );
  }
}
