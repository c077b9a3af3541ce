import { sortKeys } from './equalJson';
import { AlertRule } from './GrafanaState';

const NO_TIME = '0001-01-01T00:00:00Z';
const DEFAULT_STATES = { noData: 'NoData', execErr: 'Alerting' };
/** Recording rules have none. */
const NO_STATES = { noData: '', execErr: '' };
const UNITS: [string, number][] = [
  ['y', 31_536_000],
  ['w', 604_800],
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
];

function parseSeconds(text: string): number | undefined {
  if (!/^(\d+(y|w|d|h|m|s))+$/.test(text)) {
    return undefined;
  }
  return [...text.matchAll(/(\d+)([a-z])/g)].reduce(
    (sum, [, count, unit]) =>
      sum + Number(count) * (UNITS.find(([name]) => name === unit)?.[1] ?? 0),
    0,
  );
}

/** A duration such as `1m30s` in seconds; 0 for none and for what is no duration. */
export function parseDuration(value: unknown): number {
  return parseSeconds(String(value ?? '0s')) ?? 0;
}

/** Durations come back normalised: `90s` as `1m30s`, none as `0s`. */
export function normaliseDuration(value: unknown): string {
  const seconds = parseDuration(value);
  if (seconds === 0) {
    return '0s';
  }
  // Years, weeks and days are only used when they divide exactly.
  const whole = UNITS.slice(0, 3).find(([, size]) => seconds % size === 0);
  if (whole) {
    return `${seconds / whole[1]}${whole[0]}`;
  }
  let rest = seconds;
  let text = '';
  for (const [unit, size] of UNITS.slice(2)) {
    const count = Math.floor(rest / size);
    if (count > 0) {
      text += `${count}${unit}`;
      rest -= count * size;
    }
  }
  return text;
}

/** Queries of stored rules as they are shown, which takes a while for thousands. */
const storedQueries = new WeakMap<Record<string, any>, unknown[]>();

function describeQueries(body: Record<string, any>, stored: boolean) {
  const known = stored ? storedQueries.get(body) : undefined;
  if (known) {
    return known;
  }
  const queries = (body.data ?? []).map((query: Record<string, any>) =>
    describeQuery(query, stored),
  );
  if (stored) {
    storedQueries.set(body, queries);
  }
  return queries;
}

function describeQuery(query: Record<string, any>, stored: boolean) {
  const model = stored
    ? sortKeys({ intervalMs: 1000, maxDataPoints: 43200, ...query.model })
    : query.model;
  return {
    refId: query.refId,
    queryType: query.queryType ?? '',
    relativeTimeRange: query.relativeTimeRange,
    datasourceUid: query.datasourceUid,
    model,
  };
}

function notEmpty(value: Record<string, string> | undefined, key: string) {
  return value && Object.keys(value).length > 0 ? { [key]: value } : {};
}

/**
 * A rule as the provisioning API shows it: what is stored, or what was sent.
 * The answer of a `PUT` repeats what was sent, also a wrong folder.
 */
export function describeRule(
  body: Record<string, any>,
  place: { folderUID?: string; ruleGroup?: string },
  stored?: AlertRule,
): Record<string, unknown> {
  const states = body.record ? NO_STATES : DEFAULT_STATES;
  return {
    id: stored?.id ?? body.id ?? 0,
    uid: stored?.uid ?? body.uid ?? '',
    orgID: stored ? 1 : body.orgID ?? 0,
    folderUID: place.folderUID ?? '',
    ruleGroup: place.ruleGroup ?? '',
    title: body.title,
    condition: body.condition,
    data: describeQueries(body, stored !== undefined),
    updated: stored?.updated ?? NO_TIME,
    noDataState: body.noDataState ?? states.noData,
    execErrState: body.execErrState ?? states.execErr,
    for: normaliseDuration(body.for),
    keep_firing_for: normaliseDuration(body.keep_firing_for),
    ...notEmpty(body.annotations, 'annotations'),
    ...notEmpty(body.labels, 'labels'),
    ...(stored?.provenance ? { provenance: stored.provenance } : {}),
    isPaused: body.isPaused ?? false,
    notification_settings: body.notification_settings ?? null,
    record: body.record ?? null,
  };
}
