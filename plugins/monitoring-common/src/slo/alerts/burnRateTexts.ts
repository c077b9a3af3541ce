import { formatDuration } from '../../durations/formatDuration';
import {
  chooseText,
  countedThings,
  entityQuery,
  subjectTexts,
} from './alertTexts';
import { subjectOf, windowRatio } from './alertSelectors';
import { BurnRateBranch } from './BurnRateBranch';
import { errorBudgetRatio } from '../arithmetic/errorBudgetRatio';
import { errorRatioLimit } from '../arithmetic/errorRatioLimit';
import { percentText } from '../arithmetic/percentText';
import { SloAlertGroup } from './SloAlertGroup';
import { sloWindowKey } from '../windows/sloWindowKey';
import { sloWindowSeconds } from '../windows/sloWindowSeconds';

const HOUR = 3_600;

/** For people: `50 h`, `25 min`. */
function hoursText(seconds: number): string {
  return seconds < 2 * HOUR
    ? `${Math.round(seconds / 60)} min`
    : `${Math.round(seconds / HOUR)} h`;
}

/**
 * How long what is left of the budget lasts at the rate of the long window. Says nothing where the
 * window is not recorded yet, or nothing is left.
 */
function timeLeft(group: SloAlertGroup, { slo }: BurnRateBranch): string {
  const key = sloWindowKey(slo.window);
  const one = { ...subjectOf(group), entity: '$entity' };
  const budget = errorBudgetRatio(slo.objective);
  const seconds = sloWindowSeconds(slo.window);
  const query = entityQuery(
    `(${budget} - ${windowRatio(one, key)}) * ${seconds} / "$value" > 0`,
  );
  return `{{ with ${query} | query }}{{ with first . }} At the present rate what is left of it lasts {{ . | value | humanizeDuration }}.{{ end }}{{ end }}`;
}

function description(group: SloAlertGroup, branch: BurnRateBranch): string {
  const { slo, pair } = branch;
  const hours = hoursText(sloWindowSeconds(slo.window) / Number(pair.limit));
  const budget = percentText(errorBudgetRatio(slo.objective));
  return (
    `{{ $value | humanizePercentage }} of the ${countedThings(
      slo,
    )} of the last ${formatDuration(
      pair.longWindow,
    )} were bad. The objective of ${percentText(
      slo.objective,
    )} % allows ${budget} %. ` +
    `At ${
      pair.limit
    } times that a whole error budget is gone in ${hours}.${timeLeft(
      group,
      branch,
    )}`
  );
}

/** Annotations of the alert of one burn-rate tier. */
export function burnRateTexts(
  group: SloAlertGroup,
  branches: BurnRateBranch[],
): Record<string, string> {
  const { name, title, ownerSentence, annotations } = subjectTexts(group);
  const choose = (
    text: (branch: BurnRateBranch) => string,
    otherwise?: string,
  ) =>
    chooseText(
      group,
      'policy',
      new Map(branches.map(branch => [branch.policy, text(branch)])),
      otherwise,
    );
  return {
    summary: `${name}: ${title} burns its error budget ${choose(
      ({ pair }) => `more than ${pair.limit} times too fast`,
      'too fast',
    )}`,
    description: `${choose(
      branch => description(group, branch),
      '{{ $value | humanizePercentage }} of what is counted was bad.',
    )}${ownerSentence}`,
    ...annotations,
    sightline_unit: 'percent',
    sightline_limit: choose(({ slo, pair }) =>
      errorRatioLimit(pair, slo.objective),
    ),
  };
}
