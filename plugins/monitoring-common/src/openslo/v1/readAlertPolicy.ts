import { YamlNode } from '../yaml/YamlNode';
import { PolicyPair, readAlertCondition } from './readAlertCondition';
import { readDescription, readMetadata } from './readMetadata';
import { V1Objects } from './V1Objects';

const OBJECT_FIELDS = ['apiVersion', 'kind', 'metadata', 'spec'];

/** An inline object, or the one that a reference names. */
function objectOf(
  item: YamlNode,
  kind: 'AlertPolicy' | 'AlertCondition',
  objects: V1Objects,
): YamlNode | undefined {
  const field = kind === 'AlertPolicy' ? 'alertPolicyRef' : 'conditionRef';
  const reference = item.get(field);
  if (reference.isMissing) {
    return item.expectMap(`the ${kind}`, OBJECT_FIELDS) ? item : undefined;
  }
  return item.expectMap(`the reference to an ${kind}`, [field])
    ? objects.follow(kind, reference)
    : undefined;
}

/**
 * Reads one of an SLO's alert policies.
 *
 * @returns without a pair for one that tells nobody when the budget burns; `undefined` for a
 * faulty one
 */
export function readAlertPolicy(
  item: YamlNode,
  objects: V1Objects,
  windowSeconds: number,
): { pair?: PolicyPair } | undefined {
  const node = objectOf(item, 'AlertPolicy', objects);
  if (!node) {
    return undefined;
  }
  const metadata = readMetadata(node.get('metadata'), { identifies: false });
  const spec = node.get('spec');
  if (!checkPolicy(spec)) {
    return undefined;
  }
  const conditions = spec.get('conditions');
  if (conditions.items().length !== 1) {
    conditions.error('must be a list of exactly one condition');
    return undefined;
  }
  const condition = objectOf(conditions.items()[0], 'AlertCondition', objects);
  const pair =
    condition && readAlertCondition(condition, metadata, windowSeconds);
  if (!pair) {
    return undefined;
  }
  return spec.get('alertWhenBreaching').flag() === false ? {} : { pair };
}

/** Checks all of a policy but its condition. */
export function checkPolicy(spec: YamlNode): boolean {
  const isMap = spec.expectMap('spec of the AlertPolicy', [
    'description',
    'alertWhenNoData',
    'alertWhenResolved',
    'alertWhenBreaching',
    'conditions',
    'notificationTargets',
  ]);
  if (!isMap) {
    return false;
  }
  readDescription(spec.get('description'));
  if (spec.get('alertWhenBreaching').flag() === false) {
    spec
      .get('alertWhenBreaching')
      .warn('is false, so that no alert is made of the policy');
  }
  if (spec.get('alertWhenNoData').flag() === false) {
    spec
      .get('alertWhenNoData')
      .warn(
        'is false, but an SLO whose metrics are gone always says so; it measures nothing then',
      );
  }
  if (spec.get('alertWhenResolved').flag() === false) {
    spec
      .get('alertWhenResolved')
      .warn(
        'is false; whether the end of an alert is told is up to the channel',
      );
  }
  const targets = spec.get('notificationTargets');
  if (targets.items().some(target => !isOurs(target))) {
    targets.warn(
      'are not used: who is told is said by monitoring/notify of the entity',
    );
  }
  return true;
}

/** What we write ourselves, because a policy needs a target. */
function isOurs(target: YamlNode): boolean {
  return target.get('spec').get('target').text() === 'sightline';
}
