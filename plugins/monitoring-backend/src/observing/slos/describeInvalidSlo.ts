import {
  SloStatus,
  UnresolvedSlo,
} from '@sightline/backstage-plugin-monitoring-common';

/** Stands for a window that could not be read. */
const NO_WINDOW = { type: 'rolling' as const, duration: 2_592_000 };

/** An SLO that cannot be measured, with the reason: shown, so that nobody thinks it is watched. */
export function describeInvalidSlo(
  slo: UnresolvedSlo,
  place: Pick<
    SloStatus,
    'entityRef' | 'environment' | 'owner' | 'system' | 'domain'
  >,
): SloStatus {
  return {
    ...place,
    id: slo.id,
    title: slo.title,
    sliId: '',
    objective: Number(slo.objective ?? 0),
    window: slo.window ?? NO_WINDOW,
    state: 'invalid',
    reason: slo.message,
    burnRates: [],
    coverage: 0,
  };
}
