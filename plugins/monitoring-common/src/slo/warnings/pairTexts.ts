import { formatDuration } from '../../durations/formatDuration';
import { BurnRatePairDefinition } from '../alerts/burnRatePairs';

/** `1h, 6h`. */
export function longWindows(pairs: BurnRatePairDefinition[]): string {
  return pairs.map(pair => formatDuration(pair.longWindow)).join(', ');
}

/** `1h/5m`. */
export function pairText({ longWindow, shortWindow }: BurnRatePairDefinition) {
  return `${formatDuration(longWindow)}/${formatDuration(shortWindow)}`;
}
