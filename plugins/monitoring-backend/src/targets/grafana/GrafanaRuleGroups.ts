import { ConflictError } from '@backstage/errors';
import {
  ActualObject,
  DesiredObject,
  hashContent,
} from '@sightline/backstage-plugin-monitoring-node';
import { markRule, readRuleOwner, ruleContent } from './alertRuleMarks';
import { GrafanaClient } from './GrafanaClient';
import { GrafanaAlertRule } from './types';

/** Content of a desired rule group. */
export interface RuleGroupContent extends Record<string, unknown> {
  /** In seconds, a multiple of 10. */
  interval: number;
  rules: Record<string, any>[];
}

/** Alert rule groups in one Grafana, all in our folder; the group's name is the object's uid. */
export class GrafanaRuleGroups {
  constructor(
    private readonly client: GrafanaClient,
    private readonly folderUid: string,
    private readonly publicUrl: string,
  ) {}

  async list(
    wanted: DesiredObject[],
    signal?: AbortSignal,
  ): Promise<ActualObject[]> {
    const rules = await this.client.listAlertRules(signal);
    const groups = new Map<string, GrafanaAlertRule[]>();
    for (const rule of rules) {
      if (rule.folderUID === this.folderUid) {
        groups.set(rule.ruleGroup, [
          ...(groups.get(rule.ruleGroup) ?? []),
          rule,
        ]);
      }
    }
    return [
      ...[...groups].map(([name, group]) => this.#actual(name, group, wanted)),
      ...wanted
        .filter(({ uid }) => !groups.has(uid))
        .flatMap(object => this.#takenElsewhere(object, rules)),
    ];
  }

  async write(
    object: DesiredObject,
    signal?: AbortSignal,
  ): Promise<{ url?: string }> {
    const { interval, rules } = object.content as RuleGroupContent;
    await this.client.putRuleGroup(
      this.folderUid,
      object.uid,
      { interval, rules: rules.map(rule => markRule(rule, object)) },
      signal,
    );
    // The answer of a PUT carries no uids (recording `rule-groups`): read back.
    const [actual] = (await this.list([object], signal)).filter(
      ({ uid }) => uid === object.uid,
    );
    if (actual?.hash !== object.hash) {
      throw new ConflictError(
        `The rule group '${object.title}' does not stand in Grafana as it was written; the next run looks again`,
      );
    }
    return { url: actual.url };
  }

  async remove(actual: ActualObject, signal?: AbortSignal): Promise<void> {
    await this.client.deleteRuleGroup(this.folderUid, actual.uid, signal);
  }

  #actual(
    name: string,
    rules: GrafanaAlertRule[],
    wanted: DesiredObject[],
  ): ActualObject {
    const owners = rules.map(readRuleOwner);
    const owner = owners.find(found => found !== undefined);
    const foreign = rules.filter((_, index) => owners[index] === undefined);
    const interval = wanted.find(({ uid }) => uid === name)?.content.interval;
    const content = {
      // The list does not say it, and nothing but the group's own page does.
      ...(interval === undefined ? {} : { interval }),
      rules: rules.map(ruleContent),
    };
    return {
      kind: 'alert-rule-group',
      uid: name,
      title: name,
      url: `${this.publicUrl}/alerting/list?search=${encodeURIComponent(name)}`,
      owner,
      content,
      hash: hashContent(content),
      ...(owner && foreign.length > 0
        ? {
            obstacle: `Somebody added ${foreign
              .map(({ title }) => `'${title}'`)
              .join(
                ', ',
              )} to the group; writing it would delete that rule. Move it to a group of its own`,
          }
        : {}),
    };
  }

  /** A rule uid of ours in another group would move away from there in silence. */
  #takenElsewhere(
    object: DesiredObject,
    rules: GrafanaAlertRule[],
  ): ActualObject[] {
    const uids = (object.content as RuleGroupContent).rules.map(
      ({ uid }) => uid,
    );
    const taken = rules.find(({ uid }) => uids.includes(uid));
    return taken
      ? [
          {
            kind: 'alert-rule-group',
            uid: object.uid,
            title: taken.ruleGroup,
            content: {},
            hash: '',
            obstacle: `The rule '${taken.title}' in the group '${taken.ruleGroup}' has the uid of one of ours; writing would move it here`,
          },
        ]
      : [];
  }
}
