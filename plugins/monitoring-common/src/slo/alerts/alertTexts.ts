import { identityRef } from '../../annotations/identity';
import { objectKey } from '../../provisioning/objectKey';
import { escapeTemplate } from '../../rules/escapeTemplate';
import { plainText } from '../../rules/plainText';
import { objectiveSelector } from './alertSelectors';
import { SloAlertGroup } from './SloAlertGroup';
import { BudgetingMethod, Sli, Slo } from '../types';

/** Text of a template as one of its string literals. */
function literal(text: string): string {
  return JSON.stringify(text);
}

/**
 * A query of a template about the entity that the alert is about.
 *
 * @param expression - PromQL in which `"$entity"` stands for its ref and `"$value"` for the
 * alert's value
 */
export function entityQuery(expression: string): string {
  const format = expression
    .replaceAll('%', '%%')
    .replaceAll('"$entity"', '%[1]q')
    .replaceAll('"$value"', '%[2]g');
  return `printf ${literal(format)} $labels.entity $value`;
}

/**
 * Reads the objective series of the SLO that the alert is about.
 *
 * @param inner - template in which `.Labels` are those of that series
 * @param otherwise - what stands there when the series is gone
 */
export function lookUp(
  group: SloAlertGroup,
  inner: string,
  otherwise: string = '',
): string {
  const selector = objectiveSelector(group, { entity: '$entity' });
  return `{{ with ${entityQuery(
    selector,
  )} | query }}{{ with first . }}${inner}{{ end }}{{ else }}${otherwise}{{ end }}`;
}

/**
 * A text that depends on what an SLO asks for, one for each of the group's. A single one needs no
 * looking up.
 *
 * @param label - label of the objective series by which they are told apart
 * @param texts - templates by the value of the label
 * @param otherwise - what stands there when the series is gone
 */
export function chooseText(
  group: SloAlertGroup,
  label: string,
  texts: Map<string, string>,
  otherwise: string = '',
): string {
  const [first, ...others] = new Set(texts.values());
  if (others.length === 0) {
    return first ?? '';
  }
  const cases = [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([value, text]) =>
        `{{ if eq .Labels.${label} ${literal(value)} }}${text}{{ end }}`,
    );
  return lookUp(group, cases.join(''), otherwise);
}

/** What an alert says of its entity and SLO beside figures. */
export interface SubjectTexts {
  name: string;
  title: string;
  /** A sentence, with a space before it; empty without an owner. */
  ownerSentence: string;
  /** Annotations with the owner, the links and the key. */
  annotations: Record<string, string>;
}

/** Text of a person, as it may stand in a rule. */
function written(text: string): string {
  return escapeTemplate(plainText(text));
}

/** Texts of one SLO: nothing has to be looked up. */
function ownTexts(group: SloAlertGroup): SubjectTexts {
  const [slo] = group.slos;
  const options = group.optionsOf(slo);
  const entries = {
    runbook_url: options.runbookUrl,
    dashboard_url: options.dashboardUrl,
    entity_url: options.entityUrl,
    owner: options.owner,
  };
  return {
    name: slo.entityRef.split('/').pop() ?? slo.entityRef,
    title: written(slo.title),
    ownerSentence: options.owner ? ` Owner: ${written(options.owner)}.` : '',
    annotations: {
      ...Object.fromEntries(
        Object.entries(entries).flatMap(([name, text]) =>
          text === undefined ? [] : [[name, written(text)]],
        ),
      ),
      sightline_key: written(
        options.key ?? objectKey(identityRef(slo), 'slo-rule-group', slo.id),
      ),
    },
  };
}

/** Texts of whichever SLO of a shared group an alert is about. */
function sharedTexts(group: SloAlertGroup): SubjectTexts {
  const [slo] = group.slos;
  const { key } = group.optionsOf(slo);
  const entity = '{{ $labels.entity }}';
  const label = (name: string) => lookUp(group, `{{ .Labels.${name} }}`);
  return {
    name: '{{ $labels.entity | reReplaceAll ".*/" "" }}',
    title: lookUp(
      group,
      `{{ or .Labels.title ${literal(slo.id)} }}`,
      escapeTemplate(slo.id),
    ),
    ownerSentence: lookUp(
      group,
      '{{ if .Labels.owner }} Owner: {{ .Labels.owner }}.{{ end }}',
    ),
    annotations: {
      runbook_url: label('runbook_url'),
      dashboard_url: label('dashboard_url'),
      entity_url: label('entity_url'),
      owner: label('owner'),
      sightline_key:
        key === undefined
          ? objectKey(entity, 'slo-rule-group', slo.id)
          : written(key),
    },
  };
}

export function subjectTexts(group: SloAlertGroup): SubjectTexts {
  return group.shared ? sharedTexts(group) : ownTexts(group);
}

/** What the SLO's bad ones are ones of. */
export function countedThings({
  sli,
  budgetingMethod,
}: {
  sli: Sli;
  budgetingMethod?: BudgetingMethod;
}): string {
  if (budgetingMethod === 'Timeslices') {
    return 'time slices';
  }
  return sli.type === 'uptime' || sli.type === 'threshold'
    ? 'minutes'
    : 'events';
}

/** `the last 30d`, or `this month`. */
export function windowPhrase({ window }: Pick<Slo, 'window'>, text: string) {
  return window.type === 'calendar' ? `this ${text}` : `the last ${text}`;
}
