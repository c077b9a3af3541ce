import { identityRef } from '../../annotations/identity';
import { SloAlertTier } from './burnRateAlertName';
import { SloAlertGroup } from './SloAlertGroup';

/**
 * Labels of an SLO's alert, none of which ever changes: a changed label restarts a firing alert. In
 * shared rules the entity comes with the series; own ones name it, so that no two of them are
 * written alike.
 */
export function alertLabels(
  { slos: [slo], shared }: SloAlertGroup,
  severity: 'page' | 'ticket',
  tier: SloAlertTier,
): Record<string, string> {
  const { id, environment } = slo;
  const entity = identityRef(slo);
  return {
    ...(shared
      ? { service: '{{ $labels.entity | reReplaceAll ".*/" "" }}' }
      : { entity, service: entity.slice(entity.lastIndexOf('/') + 1) }),
    slo: id,
    ...(environment ? { environment } : {}),
    severity: severity === 'page' ? 'critical' : 'warning',
    tier,
  };
}
