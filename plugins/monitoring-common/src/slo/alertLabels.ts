import { SloAlertTier } from './burnRateAlertName';
import { SloAlertGroup } from './SloAlertGroup';

/**
 * Labels of an SLO's alert, none of which ever changes: a changed label restarts a firing alert.
 * `entity` comes with the series.
 */
export function alertLabels(
  { slos: [{ id, environment }] }: SloAlertGroup,
  severity: 'page' | 'ticket',
  tier: SloAlertTier,
): Record<string, string> {
  return {
    service: '{{ $labels.entity | reReplaceAll ".*/" "" }}',
    slo: id,
    ...(environment ? { environment } : {}),
    severity: severity === 'page' ? 'critical' : 'warning',
    tier,
  };
}
