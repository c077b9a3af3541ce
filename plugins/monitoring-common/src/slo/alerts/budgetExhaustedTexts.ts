import { formatSloWindow } from '../../durations/formatSloWindow';
import {
  chooseText,
  countedThings,
  subjectTexts,
  windowPhrase,
} from './alertTexts';
import { alertPolicy } from './alertPolicy';
import { errorBudgetRatio } from '../arithmetic/errorBudgetRatio';
import { percentText } from '../arithmetic/percentText';
import { SloAlertGroup } from './SloAlertGroup';
import { Slo } from '../types';

function description(slo: Slo): string {
  const window = windowPhrase(slo, formatSloWindow(slo.window));
  const allowed = `The objective of ${percentText(
    slo.objective,
  )} % allows ${percentText(errorBudgetRatio(slo.objective))} %`;
  return slo.window.type === 'calendar'
    ? `The bad ${countedThings(
        slo,
      )} of ${window} are {{ $value | humanizePercentage }} of a whole one's at the present traffic. ${allowed}: nothing can bring it back before the next one begins.`
    : `{{ $value | humanizePercentage }} of the ${countedThings(
        slo,
      )} of ${window} were bad. ${allowed}.`;
}

/** Annotations of the alert on a spent budget. */
export function budgetExhaustedTexts(
  group: SloAlertGroup,
): Record<string, string> {
  const { name, title, ownerSentence, annotations } = subjectTexts(group);
  const choose = (text: (slo: Slo) => string, otherwise?: string) =>
    chooseText(
      group,
      'policy',
      new Map(group.slos.map(slo => [alertPolicy(slo), text(slo)])),
      otherwise,
    );
  return {
    summary: `${name}: the error budget of ${title} is spent`,
    description: `${choose(
      description,
      '{{ $value | humanizePercentage }} of what is counted was bad.',
    )}${ownerSentence}`,
    ...annotations,
    sightline_unit: 'percent',
    sightline_limit: choose(({ objective }) => errorBudgetRatio(objective)),
  };
}
