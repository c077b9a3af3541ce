import { AlertRule, GrafanaState } from '../state/GrafanaState';
import { folderPath } from '../state/folderPath';
import { AlertStates } from './AlertStates';
import { describeRuleState } from './describeRuleState';

/** How many rules are in each state, and how many have each trouble. */
function totals(rules: Record<string, any>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state, health } of rules) {
    for (const name of [state, ...(health === 'ok' ? [] : [health])]) {
      counts[name] = (counts[name] ?? 0) + 1;
    }
  }
  return counts;
}

/** Adds up totals. */
export function sumTotals(
  parts: Record<string, number>[],
): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const [name, count] of parts.flatMap(part => Object.entries(part))) {
    sum[name] = (sum[name] ?? 0) + count;
  }
  return sum;
}

/** Groups of the state API that hold the rules, by the path of their folder, then by name. */
export function describeGroupStates(
  state: GrafanaState,
  alerts: AlertStates,
  wanted: (rule: AlertRule) => boolean,
): Record<string, any>[] {
  const groups = new Map<string, AlertRule[]>();
  for (const rule of [...state.rules.values()].filter(wanted)) {
    const key = `${rule.folderUID}/${rule.ruleGroup}`;
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups]
    .map(([key, ofGroup]) => {
      const rules = ofGroup.map(rule =>
        describeRuleState(rule, alerts.find(rule)),
      );
      const last = rules.reduce((a, b) =>
        a.lastEvaluation >= b.lastEvaluation ? a : b,
      );
      return {
        name: ofGroup[0].ruleGroup,
        file: folderPath(state, ofGroup[0].folderUID),
        folderUid: ofGroup[0].folderUID,
        rules,
        totals: totals(rules),
        interval: state.intervals.get(key) ?? 0,
        lastEvaluation: last.lastEvaluation,
        evaluationTime: last.evaluationTime,
      };
    })
    .sort((a, b) => (`${a.file}\0${a.name}` < `${b.file}\0${b.name}` ? -1 : 1));
}
