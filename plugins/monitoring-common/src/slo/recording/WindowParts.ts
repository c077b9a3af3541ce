import { EventKind } from './recordedSeries';

/** What the figures of an SLO's window are summed from; every part may be missing. */
export interface WindowParts {
  events(kind: EventKind): string[];
  /** Hours for which total events are recorded. */
  hours(): string[];
  /** Share of the window that has passed with recording, 0..1. */
  recorded(): string;
}
