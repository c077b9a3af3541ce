import { IncidentName } from '../incidents';
import { MetricFamily } from '../metrics';

/** A stretch of at most a minute in which nothing changes. */
export interface Step {
  /** The minute in which it lies, Unix seconds. */
  time: number;
  /** Share of the UTC day that has passed, 0..1. */
  timeOfDay: number;
  /** Length. */
  seconds: number;
  /** Traffic relative to its mean. */
  traffic: number;
  /** A number in [0, 1) that belongs to this minute and to `seed`. */
  chance(seed: number): number;
  isActive(incident: IncidentName): boolean;
}

/** Something that Prometheus scrapes. */
export interface SimulatedTarget {
  /** The value of the label `service`, and the name of its catalog entity. */
  readonly name: string;
  readonly job: string;
  readonly instance: string;
  /** Whether a Node.js process stands behind it, with metrics of its own. */
  readonly isService: boolean;
  /** A series that carries `instance` itself is of a server beside this one. */
  readonly families: readonly MetricFamily[];
  advance(step: Step): void;
}
