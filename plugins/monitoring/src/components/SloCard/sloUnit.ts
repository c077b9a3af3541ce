import { SloDetailResponse } from '@sightline/backstage-plugin-monitoring-common';

/** What an SLO counts. */
export type SloUnit = 'events' | 'requests' | 'minutes' | 'slices';

/** What the bad and total figures of an SLO are figures of. */
export function sloUnit(
  detail: Pick<SloDetailResponse, 'budgetingMethod' | 'sli'>,
): SloUnit {
  if (detail.budgetingMethod !== 'Occurrences') {
    return 'slices';
  }
  switch (detail.sli.type) {
    case 'latency':
      return 'requests';
    case 'ratio':
      return 'events';
    default:
      return 'minutes';
  }
}
