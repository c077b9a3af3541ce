import { formatDuration } from '../../durations/formatDuration';
import { BurnRatePairDefinition, burnRatePairs } from '../alerts/burnRatePairs';
import { canFire } from '../alerts/canFire';
import { errorRatioLimit } from '../arithmetic/errorRatioLimit';
import { percentText } from '../arithmetic/percentText';
import { Slo } from '../types';
import { GOOD_EXAMPLE } from './goodExample';
import { SloFacts } from './SloFacts';
import { SloWarning } from './SloWarning';

/** Fewest events among which one bad one is no reason to fire. */
function fewestEvents(pair: BurnRatePairDefinition, slo: Slo): number {
  return Math.floor(1 / Number(errorRatioLimit(pair, slo.objective))) + 1;
}

/** Pairs that one bad event alone sets off. */
export function littleTraffic(
  slo: Slo,
  { eventsPerSecond }: SloFacts,
): SloWarning[] {
  const counts = ['ratio', 'latency'].includes(slo.sli.type);
  const occurrences = (slo.budgetingMethod ?? 'Occurrences') === 'Occurrences';
  if (eventsPerSecond === undefined || !counts || !occurrences) {
    return [];
  }
  const minimum = slo.alerting?.minimumEvents ?? 0;
  const nervous = burnRatePairs(slo).filter(pair => {
    const events = eventsPerSecond * pair.longWindow;
    const fewest = fewestEvents(pair, slo);
    return (
      canFire(pair, slo.objective) && events < fewest && minimum < fewest - 1
    );
  });
  if (nervous.length === 0) {
    return [];
  }
  const suggestion = Math.max(...nervous.map(pair => fewestEvents(pair, slo)));
  const figures = nervous.map(
    pair =>
      `${formatDuration(pair.longWindow)} has about ${Number(
        (eventsPerSecond * pair.longWindow).toPrecision(2),
      )} and needs ${fewestEvents(pair, slo)}`,
  );
  return [
    {
      message: `'${
        slo.id
      }' has too little traffic for an objective of ${percentText(
        slo.objective,
      )} %: one bad event alone makes its burn-rate alerts fire (${figures.join(
        ', ',
      )}). With min=${suggestion} they wait for more events; a lower objective or a longer window helps too`,
      example: `${GOOD_EXAMPLE} min=${suggestion}`,
    },
  ];
}
