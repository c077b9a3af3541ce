import { Router } from 'express';
import {
  answer,
  answerEmpty,
  answerForbidden,
  answerMessage,
} from '../http/answers';
import { identityOf } from '../http/authenticate';
import { Identity } from '../http/identities';
import { provenanceOf } from '../http/provenanceOf';
import { readBody } from '../http/readBody';
import { describeRule } from '../state/alertRule';
import { GrafanaState } from '../state/GrafanaState';
import { findFolder } from '../state/maySee';
import { putRuleGroup, refuseOtherProvenance } from '../state/putRuleGroup';

const NOT_FOUND = {
  statusCode: 404,
  messageId: 'alerting.alert-rule.notFound',
  message: 'NotFound',
};
const READ =
  'any of alert.provisioning:read, alert.rules.provisioning:read, alert.provisioning.secrets:read, all of alert.rules:read, folders:read';
const WRITE =
  'any of alert.provisioning:write, alert.rules.provisioning:write, all of alert.rules:read, folders:read, alert.provisioning.provenance:write, any of alert.rules:write, alert.rules:create, alert.rules:delete';
const DELETE =
  'any of alert.provisioning:write, alert.rules.provisioning:write, all of alert.rules:delete, alert.rules:read, folders:read, alert.provisioning.provenance:write';
const GROUP = '/api/v1/provisioning/folder/:folder/rule-groups/:group';

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/** An alert rule that does not say what it is without data or with an error. */
function checkStates(rules: Record<string, any>[]): string | undefined {
  const refuse = (what: string) =>
    `failed to insert alert rules: invalid alert rule: unknown ${what} state option `;
  const alerting = rules.filter(rule => !rule.record);
  if (alerting.some(rule => !rule.execErrState)) {
    return refuse('Error');
  }
  return alerting.some(rule => !rule.noDataState)
    ? refuse('NoData')
    : undefined;
}

/** Alert rules of the provisioning API (recordings `rule-groups` and `alert-rules`). */
export function ruleGroupRoutes(state: GrafanaState): Router {
  const router = Router();

  const mayUse = (folder: string, identity: Identity) =>
    identity.role === 'Admin' ||
    folder === 'general' ||
    findFolder(state, folder, identity) !== undefined;

  router.get('/api/v1/provisioning/alert-rules', (_req, res) => {
    answer(
      res,
      200,
      [...state.rules.values()]
        .sort(
          (a, b) =>
            compare(a.folderUID, b.folderUID) ||
            compare(a.ruleGroup, b.ruleGroup),
        )
        .map(rule => describeRule(rule.body, rule, rule)),
    );
  });

  router.get('/api/v1/provisioning/alert-rules/:uid', (req, res) => {
    const rule = state.rules.get(req.params.uid);
    if (rule) {
      answer(res, 200, describeRule(rule.body, rule, rule));
    } else {
      res.status(404).setHeader('cache-control', 'no-store').end();
    }
  });

  router.get(GROUP, (req, res) => {
    const { folder, group } = req.params;
    if (!mayUse(folder, identityOf(req))) {
      answerForbidden(res, READ);
      return;
    }
    const rules = state.rulesOf(folder, group);
    if (rules.length === 0) {
      answer(res, 404, NOT_FOUND);
      return;
    }
    answer(res, 200, {
      title: group,
      folderUid: folder,
      interval: state.intervals.get(`${folder}/${group}`),
      rules: rules.map(rule => {
        // A group shows its rules without their provenance.
        const { provenance, ...shown } = describeRule(rule.body, rule, rule);
        return shown;
      }),
    });
  });

  router.put(GROUP, (req, res) => {
    const { folder, group } = req.params;
    const identity = identityOf(req);
    if (identity.role === 'Viewer' || !mayUse(folder, identity)) {
      answerForbidden(res, WRITE);
      return;
    }
    const body = readBody(req);
    if (!body) {
      answerMessage(res, 400, 'bad request data');
      return;
    }
    const unstated = checkStates(body.rules ?? []);
    if (unstated) {
      answerMessage(res, 400, unstated);
      return;
    }
    const provenance = provenanceOf(req);
    const result = putRuleGroup(state, { folder, group, body, provenance });
    answer(res, result.status, result.body);
  });

  router.delete(GROUP, (req, res) => {
    const { folder, group } = req.params;
    const identity = identityOf(req);
    if (identity.role === 'Viewer' || !mayUse(folder, identity)) {
      answerForbidden(res, DELETE);
      return;
    }
    const rules = state.rulesOf(folder, group);
    if (rules.length === 0) {
      answer(res, 404, NOT_FOUND);
      return;
    }
    const refused = refuseOtherProvenance(state, {
      folder,
      group,
      provenance: provenanceOf(req),
      operation: 'delete',
    });
    if (refused) {
      answer(res, refused.status, refused.body);
      return;
    }
    for (const rule of rules) {
      state.rules.delete(rule.uid);
    }
    answerEmpty(res, 204);
  });

  return router;
}
