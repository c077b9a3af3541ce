import { parseDuration } from '../state/alertRule';
import { AlertRule } from '../state/GrafanaState';
import { expandTexts } from './expandTexts';
import { instanceKey, instanceLabels } from './instanceLabels';
import { Verdict } from './judgeRule';
import { Finding, nextState, RuleTimes } from './nextState';
import { AlertInstance } from './types';

/** A series that was not seen so many times in a row has ended. */
const MISSING_EVALUATIONS = 2;

/** One thing that an evaluation found. */
interface Found {
  /** Of the series. */
  labels: Record<string, string>;
  finding: Finding;
  values: Record<string, number>;
  /** Annotations that Grafana adds, and those that it keeps. */
  annotations: Record<string, string>;
  error?: string;
}

interface Setting {
  rule: AlertRule;
  folderTitle: string;
  /** Of the group, in milliseconds. */
  interval: number;
  at: Date;
}

/** What a rule makes of no data or of an error. */
function setting(
  { body }: AlertRule,
  kind: 'noData' | 'error',
): 'own' | 'OK' | 'Alerting' | 'KeepLast' {
  const wanted =
    kind === 'noData'
      ? body.noDataState ?? 'NoData'
      : body.execErrState ?? 'Alerting';
  return wanted === 'OK' || wanted === 'Alerting' || wanted === 'KeepLast'
    ? wanted
    : 'own';
}

/** Nothing new: the state goes on and so do the texts, values are lost and the rule counts as well. */
function keepLast(
  own: 'NoData' | 'Error',
  {
    rule,
    previous,
    source,
    error,
  }: {
    rule: AlertRule;
    previous: AlertInstance | undefined;
    source: Record<string, string>;
    error: string | undefined;
  },
): Found {
  const goesOn =
    previous?.state === 'Alerting' || previous?.state === 'Pending';
  const queries: { refId: string }[] = rule.body.data ?? [];
  return {
    labels: own === 'NoData' && !previous ? source : {},
    finding: {
      state: goesOn ? 'Alerting' : 'Normal',
      reason: `${own}, KeepLast`,
    },
    values: previous
      ? Object.fromEntries(queries.map(({ refId }) => [refId, -1]))
      : {},
    annotations: {
      ...previous?.annotations,
      ...(error ? { Error: error } : {}),
      ...source,
    },
  };
}

/** What there is instead of series; labels and annotations as recorded (`alert-state`). */
function withoutSeries(
  verdict: Exclude<Verdict, { kind: 'series' }>,
  { rule }: Setting,
  previous: AlertInstance | undefined,
): Found {
  const wanted = setting(rule, verdict.kind);
  const query = verdict.kind === 'error' ? verdict.query : verdict;
  const source: Record<string, string> = query
    ? { datasource_uid: query.datasourceUid, ref_id: query.refId }
    : {};
  const own = verdict.kind === 'error' ? 'Error' : 'NoData';
  const error = verdict.kind === 'error' ? verdict.message : undefined;
  if (wanted === 'KeepLast') {
    return keepLast(own, { rule, previous, source, error });
  }
  const taken: Finding['state'] = wanted === 'Alerting' ? 'Alerting' : 'Normal';
  return {
    labels: verdict.kind === 'noData' || wanted === 'own' ? source : {},
    finding: wanted === 'own' ? { state: own } : { state: taken, reason: own },
    values: {},
    annotations: {
      ...(error ? { Error: error } : {}),
      ...(wanted === 'own' ? {} : source),
    },
    error: wanted === 'own' || taken === 'Alerting' ? error : undefined,
  };
}

function instanceOf(
  found: Found,
  previous: AlertInstance | undefined,
  { rule, folderTitle, at }: Setting,
  times: RuleTimes,
): AlertInstance {
  const { title, labels = {}, annotations = {} } = rule.body;
  const extra = { alertname: title, grafana_folder: folderTitle };
  const context = {
    labels: { ...found.labels, ...extra },
    values: found.values,
  };
  return {
    labels:
      previous?.labels ??
      instanceLabels({
        title,
        folderTitle,
        rule: expandTexts(labels, context),
        series: found.labels,
      }),
    annotations: {
      ...expandTexts(annotations, context),
      ...found.annotations,
    },
    ...nextState(previous, found.finding, at, times),
    evaluatedAt: at,
    values: found.values,
    error: found.error,
  };
}

/** Instances of series that were not found: they stay until they have been missing long enough. */
function missing(
  previous: AlertInstance[],
  seen: Set<string>,
  { interval, at }: Setting,
): { kept: AlertInstance[]; ended: AlertInstance[] } {
  const unseen = previous.filter(
    ({ labels }) => !seen.has(instanceKey(labels)),
  );
  const isOver = ({ evaluatedAt }: AlertInstance) =>
    at.getTime() - evaluatedAt.getTime() >= MISSING_EVALUATIONS * interval;
  return {
    kept: unseen.filter(instance => !isOver(instance)),
    ended: unseen.filter(isOver).map(instance => ({
      ...instance,
      state: 'Normal',
      reason: 'MissingSeries',
      startsAt: at,
      evaluatedAt: at,
      values: {},
    })),
  };
}

/**
 * How the instances of a rule stand after an evaluation. No data and errors that a rule takes for
 * another state put all its instances into that state; otherwise they are an instance of their own.
 */
export function nextInstances(
  previous: AlertInstance[],
  verdict: Verdict,
  options: Setting,
): { instances: AlertInstance[]; ended: AlertInstance[] } {
  const { body } = options.rule;
  const times = {
    for: parseDuration(body.for) * 1_000,
    keepFiringFor: parseDuration(body.keep_firing_for) * 1_000,
  };
  if (
    verdict.kind !== 'series' &&
    setting(options.rule, verdict.kind) !== 'own' &&
    previous.length > 0
  ) {
    return {
      instances: previous.map(instance =>
        instanceOf(
          withoutSeries(verdict, options, instance),
          instance,
          options,
          times,
        ),
      ),
      ended: [],
    };
  }
  const known = new Map(
    previous.map(instance => [instanceKey(instance.labels), instance]),
  );
  const found: Found[] =
    verdict.kind === 'series'
      ? verdict.series.map(({ state, ...series }) => ({
          ...series,
          finding: { state },
          annotations: {},
        }))
      : [withoutSeries(verdict, options, undefined)];
  const instances = found.map(one => {
    const fresh = instanceOf(one, undefined, options, times);
    const before = known.get(instanceKey(fresh.labels));
    return before ? instanceOf(one, before, options, times) : fresh;
  });
  const { kept, ended } = missing(
    previous,
    new Set(instances.map(({ labels }) => instanceKey(labels))),
    options,
  );
  return { instances: [...instances, ...kept], ended };
}
