import {
  ActualObject,
  hashContent,
} from '@sightline/backstage-plugin-monitoring-node';
import { ruleFileName } from './ruleFileNames';
import { parseRuleFile, RuleFile } from './ruleFileText';

/** In the text of a file; the uid is cut where the entity's name is long. */
const SLO_GROUP = /^ *-? *name: "?sightline:slo:/m;

/** Most files are as they were written and as they are wanted: those are not even parsed. */
function contentOf(
  file: RuleFile,
  text: string,
  wantedHash: string | undefined,
): Pick<ActualObject, 'content' | 'hash'> {
  if (file.untouched && file.owner?.hash === (wantedHash ?? file.owner?.hash)) {
    return { content: {}, hash: file.owner!.hash };
  }
  const groups = file.groups();
  // A file that a person broke is content too: it differs from what we wrote.
  const content = groups ? { groups } : { text };
  return { content, hash: hashContent(content) };
}

/**
 * What stands in a rule file.
 *
 * @param wanted - what is to stand there, where something is
 */
export function describeRuleFile(
  uid: string,
  text: string,
  wanted?: Pick<ActualObject, 'kind' | 'hash'>,
): ActualObject {
  const file = parseRuleFile(text, uid);
  return {
    kind:
      wanted?.kind ??
      (SLO_GROUP.test(text) ? 'slo-rule-group' : 'alert-rule-group'),
    uid,
    title: ruleFileName(uid),
    owner: file.owner,
    ...(file.owner ? {} : { adoptable: true }),
    ...contentOf(file, text, wanted?.hash),
  };
}
