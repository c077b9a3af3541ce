import { formatDuration } from '../../durations/formatDuration';
import { formatSloWindow } from '../../durations/formatSloWindow';
import { burnRatePairs } from '../alerts/burnRatePairs';
import { errorBudgetRatio } from '../arithmetic/errorBudgetRatio';
import { generateSloRules } from '../generateSloRules';
import { EventKind, recordedSelector } from '../recording/recordedSeries';
import { recordingSubject, seriesOf } from '../recording/RecordingSubject';
import { sliExpressions } from '../sli/sliExpressions';
import { sloRawQueries } from './sloRawQueries';
import { sloWindowBounds } from '../windows/sloWindowBounds';
import { sloWindowKey } from '../windows/sloWindowKey';
import { Slo, SloQuery } from '../types';

/** Narrow no-break space, as before all units. */
const NARROW = '\u202f';

/** A duration as screens write it: a number and its unit. */
function spoken(seconds: number): string {
  return formatDuration(seconds).replace(/(\d)([a-z]+)/g, `$1${NARROW}$2`);
}

function windowSelector(slo: Slo, kind: EventKind): string {
  const subject = recordingSubject(slo, { shared: false });
  return seriesOf(subject, `sightline:sli_${kind}:window`, {
    window: sloWindowKey(slo.window),
  });
}

/** Error ratio over the SLO's window, as recorded. */
function windowRatio(slo: Slo): string {
  return `${windowSelector(slo, 'bad')} / ${windowSelector(slo, 'total')}`;
}

/** What is left of the whole window's budget; of a calendar one, by what has passed of it. */
function budgetQuery(slo: Slo, now: number): string {
  const budget = errorBudgetRatio(slo.objective);
  if (slo.window.type === 'rolling') {
    return `1 - ${windowRatio(slo)} / ${budget}`;
  }
  const { start, end } = sloWindowBounds(slo.window, now);
  return `1 - ${windowRatio(slo)} * (time() - ${start}) / ${
    end - start
  } / ${budget}`;
}

function burnRateQueries(slo: Slo): SloQuery[] {
  const budget = errorBudgetRatio(slo.objective);
  return burnRatePairs(slo).map(({ longWindow }) => ({
    title: `Burn rate, ${spoken(longWindow)}`,
    expression: `${recordedSelector(
      'bad',
      longWindow,
      slo,
    )} / ${recordedSelector('total', longWindow, slo)} / ${budget}`,
    figure: 'burn-rate',
    window: longWindow,
  }));
}

/** The alerts as their rules have them. */
function alertQueries(slo: Slo): SloQuery[] {
  return generateSloRules([slo]).flatMap(({ rules }) =>
    rules.flatMap(rule =>
      'alert' in rule
        ? [{ title: `Alert ${rule.alert}`, expression: rule.expr }]
        : [],
    ),
  );
}

/**
 * The PromQL behind the figures of an SLO: what is counted, the figures as they are computed from
 * what is recorded, the window from the raw series (which answers before anything is recorded),
 * and the alerts as their rules have them.
 *
 * @param now - Unix seconds; the raw window ends there
 * @returns in the order in which a reader wants it
 * @public
 */
export function describeSloQueries(slo: Slo, now: number): SloQuery[] {
  const five = sliExpressions(slo, 300);
  const { windowSeconds } = sloRawQueries(slo, now);
  const raw = sliExpressions(slo, windowSeconds);
  const window = formatSloWindow(slo.window);
  return [
    {
      title: `Bad, 5${NARROW}min (as recorded)`,
      expression: five.bad,
      figure: 'bad',
    },
    {
      title: `All, 5${NARROW}min (as recorded)`,
      expression: five.total,
      figure: 'total',
    },
    {
      title: `SLI, ${window}`,
      expression: `1 - ${windowRatio(slo)}`,
      figure: 'sli',
    },
    {
      title: `Budget left, ${window}`,
      expression: budgetQuery(slo, now),
      figure: 'budget',
    },
    ...burnRateQueries(slo),
    {
      title: `SLI, ${window} (from the raw series)`,
      expression: `1 - (${raw.bad}) / (${raw.total})`,
    },
    ...alertQueries(slo),
  ];
}
