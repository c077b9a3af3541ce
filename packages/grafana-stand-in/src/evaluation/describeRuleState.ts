import { parseDuration } from '../state/alertRule';
import { AlertRule } from '../state/GrafanaState';
import { RuleEvaluation } from './AlertStates';
import { isDataSourceQuery, RuleQuery } from './expressions/executeQueries';
import { goScientific } from './template/goNumber';
import { AlertInstance, InstanceState } from './types';

const NEVER = '0001-01-01T00:00:00Z';

/** The most important comes first. */
const IMPORTANCE: InstanceState[] = [
  'Alerting',
  'Recovering',
  'Pending',
  'Error',
  'NoData',
  'Normal',
];

/** Time as the state API writes it: whole seconds. */
export function stateTime(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

/** An instance as the state API shows it. */
export function describeInstance(
  { labels, annotations, state, reason, startsAt, values }: AlertInstance,
  condition: string,
) {
  const holds = ['Alerting', 'Pending', 'Recovering'].includes(state);
  const value = values[condition];
  return {
    labels,
    annotations,
    state: reason ? `${state} (${reason})` : state,
    activeAt: stateTime(startsAt),
    value: holds && value !== undefined ? goScientific(value) : '',
  };
}

function ruleState(instances: AlertInstance[]) {
  const has = (state: InstanceState) =>
    instances.some(instance => instance.state === state);
  if (has('Alerting')) {
    return 'firing';
  }
  if (has('Recovering')) {
    return 'recovering';
  }
  return has('Pending') ? 'pending' : 'inactive';
}

function totals(instances: AlertInstance[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state, error } of instances) {
    const names = new Set([state.toLowerCase(), ...(error ? ['error'] : [])]);
    names.forEach(name => (counts[name] = (counts[name] ?? 0) + 1));
  }
  return counts;
}

function health(instances: AlertInstance[]) {
  if (instances.some(({ error }) => error)) {
    return 'error';
  }
  return instances.some(({ state }) => state === 'NoData') ? 'nodata' : 'ok';
}

/** A rule as the state API shows it (recording `alert-state`). */
export function describeRuleState(
  rule: AlertRule,
  evaluation: RuleEvaluation | undefined,
): Record<string, any> {
  const { body } = rule;
  const queries = ((body.data ?? []) as RuleQuery[]).filter(isDataSourceQuery);
  const instances = [...(evaluation?.instances ?? [])].sort(
    (a, b) =>
      IMPORTANCE.indexOf(a.state) - IMPORTANCE.indexOf(b.state) ||
      (JSON.stringify(a.labels) < JSON.stringify(b.labels) ? -1 : 1),
  );
  const state = ruleState(instances);
  const firing = instances
    .filter(instance => instance.state === 'Alerting')
    .map(({ startsAt }) => startsAt)
    .sort((a, b) => a.getTime() - b.getTime());
  const duration = parseDuration(body.for);
  const keepFiringFor = parseDuration(body.keep_firing_for);
  const error = instances.find(instance => instance.error)?.error;
  return {
    state,
    name: body.title,
    query: queries.map(({ model }) => model.expr ?? '').join(' | '),
    queriedDatasourceUIDs: [
      ...new Set(queries.map(({ datasourceUid }) => datasourceUid)),
    ],
    ...(duration > 0 ? { duration } : {}),
    ...(keepFiringFor > 0 ? { keepFiringFor } : {}),
    ...(body.annotations ? { annotations: body.annotations } : {}),
    ...(firing.length > 0 ? { activeAt: stateTime(firing[0]) } : {}),
    ...(evaluation
      ? {
          alerts: instances.map(one => describeInstance(one, body.condition)),
          totals: totals(instances),
          totalsFiltered: totals(instances),
        }
      : {}),
    uid: rule.uid,
    folderUid: rule.folderUID,
    ...(body.labels ? { labels: body.labels } : {}),
    health: health(instances),
    ...(error ? { lastError: error } : {}),
    type: body.record ? 'recording' : 'alerting',
    lastEvaluation: evaluation ? stateTime(evaluation.evaluatedAt) : NEVER,
    evaluationTime: evaluation?.evaluationTime ?? 0,
    isPaused: body.isPaused ?? false,
    ...(rule.provenance ? { provenance: rule.provenance } : {}),
  };
}
