import { validatePromql } from '@sightline/backstage-plugin-monitoring-common';

type Fields = Record<string, any>;

const UNITS: [string, number][] = [
  ['w', 604_800],
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
];
const GROUP_FIELDS = [
  'name',
  'interval',
  'query_offset',
  'evaluation_delay',
  'limit',
  'rules',
  'labels',
  'align_evaluation_time_on_interval',
];
const RULE_FIELDS = [
  'record',
  'alert',
  'expr',
  'for',
  'keep_firing_for',
  'labels',
  'annotations',
];

/** As a ruler writes durations: `90s` is `1m30s`. */
function duration(text: string): string | undefined {
  let seconds = 0;
  for (const [, count, unit] of text.matchAll(/(\d+)([wdhms])/g)) {
    seconds += Number(count) * UNITS.find(([known]) => known === unit)![1];
  }
  let written = '';
  for (const [unit, size] of UNITS) {
    const whole = Math.floor(seconds / size);
    // Weeks and days only where they fit exactly.
    if (whole > 0 && (!['w', 'd'].includes(unit) || seconds % size === 0)) {
      written += `${whole}${unit}`;
      seconds -= whole * size;
    }
  }
  return written || undefined;
}

function sortedTexts(labels: Fields | undefined): Fields | undefined {
  const entries = Object.entries(labels ?? {});
  return entries.length === 0
    ? undefined
    : Object.fromEntries(
        entries
          .map(([name, value]) => [name, String(value)])
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      );
}

/** In the order of fields of a ruler; what it does not know is dropped, and what is zero. */
function pick(fields: Fields, names: string[]): Fields {
  const known = names.flatMap((name): [string, unknown][] => {
    const value = fields[name];
    switch (name) {
      case 'interval':
      case 'query_offset':
      case 'evaluation_delay':
      case 'for':
      case 'keep_firing_for':
        return [[name, value === undefined ? undefined : duration(value)]];
      case 'labels':
      case 'annotations':
        return [[name, sortedTexts(value)]];
      default:
        return [[name, value]];
    }
  });
  return Object.fromEntries(
    known.filter(([, value]) => value !== undefined && value !== 0),
  );
}

/** A group in the form in which a ruler gives it back. */
export function rulerForm(group: Fields): Fields {
  return pick(
    {
      ...group,
      rules: group.rules.map((rule: Fields) => pick(rule, RULE_FIELDS)),
    },
    GROUP_FIELDS,
  );
}

/** Why a ruler refuses a group, in its own words; `undefined` when it takes it. */
export function refusalOf(
  group: unknown,
  limits: { rules: number },
): string | undefined {
  if (group === undefined || Array.isArray(group)) {
    return 'unable to decode rule group';
  }
  const { name, rules } = (group ?? {}) as Fields;
  if (!name) {
    return 'invalid rules configuration: rule group name must not be empty';
  }
  if (!rules?.length) {
    return `invalid rules configuration: rule group '${name}' has no rules`;
  }
  for (const [index, rule] of rules.entries()) {
    const fault = validatePromql(rule.expr);
    if (fault) {
      return `group "${name}", rule ${index}, "${
        rule.record ?? rule.alert
      }": could not parse expression: ${fault.message}`;
    }
  }
  return rules.length > limits.rules
    ? `per-user rules per rule group limit (limit: ${limits.rules} actual: ${rules.length}) exceeded`
    : undefined;
}
