import { formatDuration } from '../../durations/formatDuration';
import { burnRatePairs } from '../alerts/burnRatePairs';
import { Slo } from '../types';
import { longWindows, pairText } from './pairTexts';
import { SloWarning } from './SloWarning';

const SHORTEST_WINDOW = 300;

/** Time slices that no short window of the catalogue holds. */
export function longSlices(slo: Slo): SloWarning[] {
  const { timeSlice, ...unsliced } = slo;
  if (!timeSlice || timeSlice.seconds <= SHORTEST_WINDOW) {
    return [];
  }
  const slice = formatDuration(timeSlice.seconds);
  const shorter = burnRatePairs(unsliced).filter(
    ({ shortWindow }) => shortWindow < timeSlice.seconds,
  );
  if (shorter.length === 0) {
    return [];
  }
  const pairs = burnRatePairs(slo).map(pairText).join(', ');
  return [
    {
      message: `The time slices of ${slice} of '${
        slo.id
      }' are longer than the short windows of its burn-rate alerts over ${longWindows(
        shorter,
      )}, which cannot judge part of one; ${
        pairs ? `the windows used are ${pairs}` : 'no pair is left'
      }, and alerts come later`,
    },
  ];
}
