import {
  ActiveAlert,
  SloHistory,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';

/**
 * Since when an SLO is in its state, as far as its alerts or its history tell: since its alerts
 * fire, or since the budget was used up.
 *
 * @returns Unix milliseconds; undefined where nobody knows
 */
export function stateSince(
  slo: SloStatus,
  alerts: ActiveAlert[],
  history: SloHistory | undefined,
): number | undefined {
  switch (slo.state) {
    case 'exhausted':
      return history && usedUpSince(history);
    case 'burning':
      return firingSince(alerts) ?? regionSince(history, 'page');
    case 'warning':
      return firingSince(alerts) ?? regionSince(history, 'ticket');
    default:
      return undefined;
  }
}

function firingSince(alerts: ActiveAlert[]): number | undefined {
  return earliest(
    alerts
      .filter(({ state }) => state === 'firing')
      .map(({ since }) => Date.parse(since)),
  );
}

function regionSince(
  history: SloHistory | undefined,
  severity: 'page' | 'ticket',
): number | undefined {
  return earliest(
    (history?.alerts ?? [])
      .filter(
        region => region.severity === severity && region.end === undefined,
      )
      .map(({ start }) => start * 1000),
  );
}

/** The first moment of the last stretch without budget; undefined when it began before the history. */
function usedUpSince({
  times,
  budgetRemaining,
}: SloHistory): number | undefined {
  let since: number | undefined;
  let hadBudget = false;
  budgetRemaining.forEach((share, index) => {
    if (share === null) {
      return;
    }
    if (share > 0) {
      hadBudget = true;
      since = undefined;
    } else if (hadBudget && since === undefined) {
      since = times[index] * 1000;
    }
  });
  return since;
}

function earliest(times: number[]): number | undefined {
  return times.length > 0 ? Math.min(...times) : undefined;
}
