import {
  generateSloRules,
  identityRef,
  objectKey,
  objectUid,
  sharesRules,
  Slo,
  SloRuleOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { ResolvedMonitoring, runbookUrl, SLO_RUNBOOK } from '../../packs';
import { desiredObject } from './desiredObject';
import { entityFields, objectTitle } from './entityFields';
import { hashGroupsFor } from './hashGroupsFor';
import { sharedPartKey, sharedPartUid } from './sharedSlos';

/** What the texts of SLO rules need beside the entity. */
export interface SloTextOptions {
  runbookBaseUrl?: string;
}

interface SloOptions extends SloTextOptions {
  target: string;
}

/** Where an entity's SLO rules are: in an object of its own, in the shared one, or in both. */
export interface DesiredSlos {
  own?: DesiredObject;
  /** What it gives to the shared rules. */
  part?: DesiredObject;
  /** What had the rules before, and which object has them now. */
  moved?: { uid: string; to: string };
}

/** What an entity's SLO rules say beside figures. */
export function sloRuleOptions(
  { spec, entityUrl }: ResolvedMonitoring,
  { runbookBaseUrl }: SloTextOptions,
): SloRuleOptions {
  const runbook = runbookUrl(spec, runbookBaseUrl, SLO_RUNBOOK);
  return {
    ...(spec.owner ? { owner: spec.owner } : {}),
    ...(entityUrl ? { entityUrl } : {}),
    ...(runbook ? { runbookUrl: runbook } : {}),
  };
}

/** Key of an entity's own SLO rules. */
export function ownSlosKey({ spec }: ResolvedMonitoring): string {
  return objectKey(
    identityRef(spec),
    'slo-rule-group',
    'slos',
    spec.environment,
  );
}

function ownGroups(
  monitoring: ResolvedMonitoring,
  slos: Slo[],
  options: SloOptions,
): DesiredObject {
  const { spec } = monitoring;
  const key = ownSlosKey(monitoring);
  return desiredObject(
    {
      ...entityFields(spec),
      key,
      kind: 'slo-rule-group',
      target: options.target,
      uid: objectUid(key),
      title: objectTitle(spec, 'SLO rules'),
      content: () => ({
        groups: generateSloRules(slos, sloRuleOptions(monitoring, options)),
      }),
    },
    hashGroupsFor(options.target),
  );
}

function sharedPart(
  monitoring: ResolvedMonitoring,
  slos: Slo[],
  options: SloOptions,
): DesiredObject {
  const { spec } = monitoring;
  const key = sharedPartKey(spec);
  return desiredObject({
    ...entityFields(spec),
    key,
    kind: 'slo-rule-group',
    target: options.target,
    uid: sharedPartUid(key),
    title: objectTitle(spec, 'SLO rules, shared'),
    content: () => ({ slos, options: sloRuleOptions(monitoring, options) }),
  });
}

/** An entity's SLO rules as rule groups of Prometheus. */
export function desiredSlos(
  monitoring: ResolvedMonitoring,
  options: SloOptions,
): DesiredSlos {
  const shared = monitoring.slos.filter(sharesRules);
  const alone = monitoring.slos.filter(slo => !shared.includes(slo));
  const own =
    alone.length > 0 ? ownGroups(monitoring, alone, options) : undefined;
  const part =
    shared.length > 0 ? sharedPart(monitoring, shared, options) : undefined;
  if (own && !part) {
    const before = sharedPartUid(sharedPartKey(monitoring.spec));
    return { own, moved: { uid: before, to: own.key } };
  }
  if (part && !own) {
    const before = objectUid(ownSlosKey(monitoring));
    return { part, moved: { uid: before, to: part.key } };
  }
  return { ...(own ? { own } : {}), ...(part ? { part } : {}) };
}
