import { identityRef } from '../../annotations/identity';
import { quoteString } from '../../promql/quoteString';
import { plainText } from '../../rules/plainText';
import { RecordingRule } from '../../rules/types';
import { alertPolicy } from '../alerts/alertPolicy';
import { sliSeriesId } from '../sli/sliSeriesId';
import { SloAlertGroup } from '../alerts/SloAlertGroup';
import { SloRuleOptions } from '../SloRuleOptions';
import { sloWindowKey } from '../windows/sloWindowKey';
import { Slo } from '../types';
import { unionOf } from './unionOf';

/** Mimir refuses a label value that is longer than 2,048 bytes. */
const LONGEST_TEXT = 500;

/** What differs from SLO to SLO of a group. */
const FIELDS = [
  'entity',
  'policy',
  'objective',
  'window',
  'title',
  'owner',
  'runbook_url',
  'dashboard_url',
  'entity_url',
] as const;

type Field = (typeof FIELDS)[number];

/** One line without control characters; nothing when it is too long to be a label. */
function labelText(text: string = ''): string {
  const line = plainText(text);
  return line.length > LONGEST_TEXT ? '' : line;
}

function fieldsOf(slo: Slo, options: SloRuleOptions): Record<Field, string> {
  return {
    entity: identityRef(slo),
    policy: alertPolicy(slo),
    objective: slo.objective,
    window: sloWindowKey(slo.window),
    title: labelText(slo.title),
    owner: labelText(options.owner),
    runbook_url: labelText(options.runbookUrl),
    dashboard_url: labelText(options.dashboardUrl),
    entity_url: labelText(options.entityUrl),
  };
}

/** `label_replace` reads a dollar sign in what it writes. */
function replacement(text: string): string {
  return quoteString(text.replace(/\$/g, '$$$$'));
}

/**
 * All members in one expression: each has its fields in one label, which is taken apart once for
 * all of them.
 */
function unionExpression({ slos, optionsOf }: SloAlertGroup): string {
  const members = slos
    .map(slo => ({ slo, fields: fieldsOf(slo, optionsOf(slo)) }))
    .sort((a, b) => (a.fields.entity < b.fields.entity ? -1 : 1))
    .map(({ slo, fields }) => {
      const packed = FIELDS.map(field => fields[field]).join('\t');
      return `label_replace(vector(${slo.objective}), "_", ${replacement(
        packed,
      )}, "", "")`;
    });
  const unpacked = FIELDS.reduce(
    (expression, field, index) =>
      `label_replace(${expression}, "${field}", "$1", "_", "(?:[^\\t]*\\t){${index}}([^\\t]*)(?:\\t[^\\t]*)*")`,
    unionOf(members),
  );
  return `max without (_) (${unpacked})`;
}

/**
 * The rule that records the objectives of a group of SLOs, with all that a team tunes as labels:
 * what is joined with it needs none of that itself.
 */
export function objectiveRule(group: SloAlertGroup): RecordingRule {
  const { slos, shared, optionsOf } = group;
  const [slo] = slos;
  const labels = {
    sli: sliSeriesId(slo),
    slo: slo.id,
    ...(slo.environment ? { environment: slo.environment } : {}),
    rules: shared ? 'shared' : 'own',
  };
  if (shared) {
    return {
      record: 'sightline:slo_objective:ratio',
      expr: unionExpression(group),
      labels,
    };
  }
  const fields = Object.entries(fieldsOf(slo, optionsOf(slo)));
  return {
    record: 'sightline:slo_objective:ratio',
    expr: `vector(${slo.objective})`,
    labels: {
      ...Object.fromEntries(fields.filter(([, value]) => value !== '')),
      ...labels,
    },
  };
}
