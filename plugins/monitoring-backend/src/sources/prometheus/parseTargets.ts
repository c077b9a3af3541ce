import { plainText } from '../http';
import { listOf } from './listOf';
import { PrometheusTarget } from './PrometheusClient';

interface WireTarget {
  labels?: Record<string, string>;
  scrapePool?: string;
  health?: string;
  lastError?: string;
  lastScrape?: string;
  lastScrapeDuration?: number;
}

/** What Go writes for a time that is none. */
const NEVER = '0001-01-01T00:00:00Z';

/** Reads targets as `/targets` answers them. */
export function parseTargets(
  name: string,
  targets: unknown,
): PrometheusTarget[] {
  return (listOf(name, targets) as WireTarget[]).map(target => ({
    labels: target.labels ?? {},
    scrapePool: target.scrapePool ?? '',
    health:
      target.health === 'up' || target.health === 'down'
        ? target.health
        : 'unknown',
    ...(target.lastError ? { error: plainText(target.lastError) } : {}),
    ...(target.lastScrape && target.lastScrape !== NEVER
      ? {
          lastScrape: target.lastScrape,
          lastScrapeDuration: target.lastScrapeDuration,
        }
      : {}),
  }));
}
