import {
  DashboardModel,
  parseDashboard,
} from '@sightline/backstage-plugin-monitoring-common';
import { LRUCache } from 'lru-cache';
import { FoundDashboard } from './FoundDashboard';

/** Dashboards that are remembered: those that are looked at within a few seconds. */
const MAXIMUM = 200;

/** Parses dashboards, each once for as long as it is the same. */
export class ParsedModels {
  readonly #models = new LRUCache<object, DashboardModel>({ max: MAXIMUM });

  static create(): ParsedModels {
    return new ParsedModels();
  }

  private constructor() {}

  /** @returns what all who ask for the same dashboard share: nobody may change it */
  get({
    identity,
    model,
  }: Pick<FoundDashboard, 'identity' | 'model'>): DashboardModel {
    const known = this.#models.get(identity);
    if (known) {
      return known;
    }
    const parsed = parseDashboard(model());
    this.#models.set(identity, parsed);
    return parsed;
  }
}
