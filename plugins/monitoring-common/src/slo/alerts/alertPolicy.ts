import { formatDuration } from '../../durations/formatDuration';
import { ownCatalogue } from './ownCatalogue';
import { sloWindowKey } from '../windows/sloWindowKey';
import { Slo } from '../types';

/** What a catalogue asks for, and not only its name: two of one name can differ. */
function catalogueText(slo: Slo): string | undefined {
  const catalogue = ownCatalogue(slo);
  if (!catalogue) {
    return undefined;
  }
  const pairs = catalogue.pairs.map(
    ({ tier, severity, longWindow, shortWindow, budgetPercent }) =>
      `${tier}:${severity}:${formatDuration(longWindow)}:${formatDuration(
        shortWindow,
      )}:${budgetPercent}%`,
  );
  return `${catalogue.name}(${pairs.join(',')})`;
}

/** Beginning of the policy of an SLO that alerts nobody. */
export const SILENT_POLICY = 'off/';

/**
 * Everything that decides when the alerts of an SLO fire, as one text: `0.999/30d`, and what else it has,
 * `0.999/30d/min=70`. SLOs of the same text have the same limits; it is the label `policy` of
 * `sightline:slo_objective:ratio`.
 *
 * @public
 */
export function alertPolicy(slo: Slo): string {
  const minimum = slo.alerting?.minimumEvents;
  const parts = [
    slo.objective,
    sloWindowKey(slo.window),
    slo.timeSlice
      ? `slice=${formatDuration(slo.timeSlice.seconds)}`
      : undefined,
    catalogueText(slo),
    minimum ? `min=${minimum}` : undefined,
  ].filter(part => part !== undefined);
  return `${slo.alerting?.enabled === false ? SILENT_POLICY : ''}${parts.join(
    '/',
  )}`;
}
