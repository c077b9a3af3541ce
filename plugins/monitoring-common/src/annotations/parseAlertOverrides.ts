import { parseDuration } from '../durations/parseDuration';
import { MONITORING_ANNOTATION_ALERTS } from './constants';
import { Place, ProblemList } from './ProblemList';
import { readList } from './readList';
import {
  AlertOverride,
  AlertSeverity,
  Parsed,
  ThresholdOperator,
} from './types';

const OVERRIDE = /^([A-Za-z][A-Za-z0-9_]*)\s*:\s*(.+)$/s;
const CHANGE =
  /^(?:(>=|<=|==|!=|>|<)\s*(\S+))?\s*(?:for\s+(\S+))?\s*(critical|warning|info)?$/;
const RULE_YAML = /^[ \t]*(?:-[ \t]*)?(?:groups|alert|expr)[ \t]*:/m;

/** `3%` is 0.03, `500ms` is 0.5, `10` is 10. */
function parseThreshold(text: string): number | undefined {
  const percent = /^(-?\d+(?:\.\d+)?)%$/.exec(text);
  if (percent) {
    // Rounded, so that 0.07 does not become 0.07000000000000001.
    return finite(Number((Number(percent[1]) / 100).toPrecision(12)));
  }
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)
    ? finite(Number(text))
    : parseDuration(text);
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

function parseFor(text: string): number | undefined {
  return /^0[smhd]?$/.test(text) ? 0 : parseDuration(text);
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
    return fail(
      `'${place.text}' is no override: write the name of the alert, a colon, and off or what changes`,
    );
  }
  const [, alert, rest] = match;
  if (rest.trim() === 'off') {
    return { alert, enabled: false };
  }
  const change = CHANGE.exec(rest.trim());
  if (!change) {
    return fail(
      `'${rest.trim()}' is not understood: write off, or a comparison such as > 3%, then for 10m, then critical, warning or info; each part can be left out`,
    );
  }
  const [, operator, thresholdText, forText, severity] = change;
  const threshold = thresholdText ? parseThreshold(thresholdText) : undefined;
  if (thresholdText && threshold === undefined) {
    return fail(
      `'${thresholdText}' is no number, percentage or duration, such as 10, 3% or 500ms`,
    );
  }
  const duration = forText ? parseFor(forText) : undefined;
  if (forText && duration === undefined) {
    return fail(`'${forText}' is no duration such as 10m`);
  }
  return {
    alert,
    enabled: true,
    ...(operator ? { operator: operator as ThresholdOperator, threshold } : {}),
    ...(forText ? { for: duration } : {}),
    ...(severity ? { severity: severity as AlertSeverity } : {}),
  };
}

/** Parses `monitoring/alerts`: `Name: off; Other: > 3% for 10m critical`. */
export function parseAlertOverrides(value: string): Parsed<AlertOverride[]> {
  const problems = new ProblemList(MONITORING_ANNOTATION_ALERTS, value);
  if (RULE_YAML.test(value)) {
    problems.warn(
      'Alert rules of your own are not understood by this version, so nothing of the value is used. Changes to the alerts of your packs work',
    );
    return { value: [], problems: problems.problems };
  }
  const overrides: AlertOverride[] = [];
  const places = readList(value, problems, {
    separators: ';\n',
    maximum: 100,
    things: 'changes to alerts',
  });
  for (const place of places) {
    const override = parseOverride(place, problems);
    if (override && overrides.some(({ alert }) => alert === override.alert)) {
      problems.warn(
        `'${override.alert}' is changed twice; the first counts`,
        place,
      );
    } else if (override) {
      overrides.push(override);
    }
  }
  return { value: overrides, problems: problems.problems };
}
