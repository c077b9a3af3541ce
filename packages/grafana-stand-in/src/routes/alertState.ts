import { Request, Router } from 'express';
import { AlertStates } from '../evaluation';
import {
  describeGroupStates,
  sumTotals,
} from '../evaluation/describeGroupStates';
import { describeInstance } from '../evaluation/describeRuleState';
import { filterByState, findUnknownState } from '../evaluation/filterByState';
import { answer, answerMessage } from '../http/answers';
import { AlertRule, GrafanaState } from '../state/GrafanaState';

const BASE = '/api/prometheus/grafana/api/v1';
const FILTERS = ['folder_uid', 'rule_group', 'rule_name', 'rule_uid', 'state'];

function valuesOf({ query }: Request, name: string): string[] {
  return [query[name] ?? []].flat().map(String);
}

/** Whether a rule is asked for; an unknown folder is no filter. */
function isWanted(
  req: Request,
  state: GrafanaState,
): (rule: AlertRule) => boolean {
  const asked = (name: string, value: string) => {
    const wanted = valuesOf(req, name);
    return wanted.length === 0 || wanted.includes(value);
  };
  const known = valuesOf(req, 'folder_uid').every(uid =>
    state.folders.has(uid),
  );
  return rule =>
    (!known || asked('folder_uid', rule.folderUID)) &&
    asked('rule_group', rule.ruleGroup) &&
    asked('rule_name', rule.body.title) &&
    asked('rule_uid', rule.uid);
}

/** How alerts stand, in the form that Prometheus has for it (recording `alert-state`). */
export function alertStateRoutes(
  state: GrafanaState,
  alerts: AlertStates,
): Router {
  const router = Router();

  router.get(`${BASE}/rules`, (req, res) => {
    const unknown = Object.keys(req.query).find(
      name => !FILTERS.includes(name),
    );
    if (unknown) {
      answerMessage(
        res,
        501,
        `The Grafana stand-in does not know the filter ${unknown} of ${req.path}`,
      );
      return;
    }
    const states = valuesOf(req, 'state');
    const wrong = findUnknownState(states);
    if (wrong !== undefined) {
      answer(res, 400, {
        status: 'error',
        errorType: 'bad_data',
        error: `unknown state '${wrong}'`,
        data: { groups: [] },
      });
      return;
    }
    const groups = describeGroupStates(state, alerts, isWanted(req, state));
    answer(res, 200, {
      status: 'success',
      data: {
        groups: states.length > 0 ? filterByState(groups, states) : groups,
        ...(groups.length > 0
          ? { totals: sumTotals(groups.map(({ totals }) => totals)) }
          : {}),
      },
    });
  });

  router.get(`${BASE}/alerts`, (_req, res) => {
    answer(res, 200, {
      status: 'success',
      data: {
        alerts: [...state.rules.values()].flatMap(rule =>
          (alerts.find(rule)?.instances ?? []).map(instance =>
            describeInstance(instance, rule.body.condition),
          ),
        ),
      },
    });
  });

  return router;
}
