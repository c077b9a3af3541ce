import {
  SloDetailResponse,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';

/** What an SLO counts. */
export type SloNoun = 'events' | 'requests' | 'minutes' | 'slices';

/** What the bad and total figures of an SLO are figures of. */
export function sloNoun(
  detail: Pick<SloDetailResponse, 'budgetingMethod' | 'sli'> & {
    status: Pick<SloStatus, 'countedIn'>;
  },
): SloNoun {
  const isLatency = detail.sli.type === 'latency';
  const { countedIn } = detail.status;
  if (countedIn !== undefined) {
    return countedIn === 'events' && isLatency ? 'requests' : countedIn;
  }
  if (detail.budgetingMethod !== 'Occurrences') {
    return 'slices';
  }
  if (isLatency) {
    return 'requests';
  }
  return detail.sli.type === 'ratio' ? 'events' : 'minutes';
}
