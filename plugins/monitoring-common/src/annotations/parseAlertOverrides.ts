import { parseDuration } from '../durations/parseDuration';
import { MONITORING_ANNOTATION_ALERTS } from './constants';
import { Place, ProblemList } from './ProblemList';
import { splitList } from './splitList';
import {
  AlertOverride,
  AlertSeverity,
  Parsed,
  ThresholdOperator,
} from './types';

const OVERRIDE = /^([A-Za-z][A-Za-z0-9_]*)\s*:\s*(.+)$/s;
const CHANGE =
  /^(?:(>=|<=|==|!=|>|<)\s*(\S+))?\s*(?:for\s+(\S+))?\s*(critical|warning|info)?$/;
const MAXIMUM_OVERRIDES = 100;

/** `3%` is 0.03, `500ms` is 0.5, `10` is 10. */
function parseThreshold(text: string): number | undefined {
  const percent = /^(-?\d+(?:\.\d+)?)%$/.exec(text);
  if (percent) {
    return Number((Number(percent[1]) / 100).toPrecision(12));
  }
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)
    ? Number(text)
    : parseDuration(text);
}

function parseOverride(
  place: Place,
  problems: ProblemList,
): AlertOverride | undefined {
  const fail = (message: string) => {
    problems.error(`${message}. The alert stays as its pack has it`, place);
    return undefined;
  };
  const match = OVERRIDE.exec(place.text);
  if (!match) {
    return fail(`'${place.text}' is no override; write Name: > 3% for 10m`);
  }
  const [, alert, rest] = match;
  if (rest.trim() === 'off') {
    return { alert, enabled: false };
  }
  const change = CHANGE.exec(rest.trim());
  if (!change) {
    return fail(
      `'${rest.trim()}' is not understood; write off, or a comparison, 'for' with a duration and a severity, in this order`,
    );
  }
  const [, operator, thresholdText, forText, severity] = change;
  const threshold = thresholdText ? parseThreshold(thresholdText) : undefined;
  if (thresholdText && threshold === undefined) {
    return fail(`'${thresholdText}' is no number, percentage or duration`);
  }
  const duration =
    forText === '0s' || forText === '0' ? 0 : forText && parseDuration(forText);
  if (forText && duration === undefined) {
    return fail(`'${forText}' is no duration such as 10m`);
  }
  return {
    alert,
    enabled: true,
    ...(operator ? { operator: operator as ThresholdOperator, threshold } : {}),
    ...(forText ? { for: Number(duration) } : {}),
    ...(severity ? { severity: severity as AlertSeverity } : {}),
  };
}

/** Parses `monitoring/alerts`: `Name: off; Other: > 3% for 10m critical`. */
export function parseAlertOverrides(value: string): Parsed<AlertOverride[]> {
  const problems = new ProblemList(MONITORING_ANNOTATION_ALERTS, value);
  if (/^\s*(-\s*)?(groups|alert|expr)\s*:/m.test(value)) {
    problems.warn(
      'Alert rules of your own are not understood by this version; overrides of the packs’ alerts are',
    );
    return { value: [], problems: problems.problems };
  }
  const overrides: AlertOverride[] = [];
  for (const place of splitList(value, ';\n').slice(0, MAXIMUM_OVERRIDES)) {
    const override = parseOverride(place, problems);
    if (override && overrides.some(({ alert }) => alert === override.alert)) {
      problems.warn(
        `'${override.alert}' is overridden twice; the first counts`,
        place,
      );
    } else if (override) {
      overrides.push(override);
    }
  }
  return { value: overrides, problems: problems.problems };
}
