import { formatDuration } from '../../durations/formatDuration';
import { burnRatePairs } from '../alerts/burnRatePairs';
import { SCRAPES } from '../alerts/scrapes';
import { Slo } from '../types';
import { pairText } from './pairTexts';
import { SloFacts } from './SloFacts';
import { SloWarning } from './SloWarning';

/** Short windows that a failed scrape makes blind. */
export function fewScrapes(
  slo: Slo,
  { scrapeIntervalSeconds }: SloFacts,
): SloWarning[] {
  if (!scrapeIntervalSeconds) {
    return [];
  }
  const least = SCRAPES * scrapeIntervalSeconds;
  const short = burnRatePairs(slo).filter(pair => pair.shortWindow < least);
  return short.length === 0
    ? []
    : [
        {
          message: `The short windows of the burn-rate alerts of '${
            slo.id
          }' over ${short
            .map(pairText)
            .join(
              ', ',
            )} hold fewer than ${SCRAPES} scrapes of one every ${formatDuration(
            scrapeIntervalSeconds,
          )}: one that fails makes them blind. Scrape more often than every ${formatDuration(
            Math.floor(
              Math.min(...short.map(pair => pair.shortWindow)) / SCRAPES,
            ),
          )}`,
        },
      ];
}
