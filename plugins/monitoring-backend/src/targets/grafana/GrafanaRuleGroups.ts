import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { markRule, readRuleOwner, ruleContent } from './alertRuleMarks';
import { assertUnchanged } from './assertUnchanged';
import { assertWritten } from './assertWritten';
import { DEFAULT_DATASOURCE, findDefaultDatasource } from './defaultDatasource';
import { GrafanaClient } from './GrafanaClient';
import { hashRuleGroup } from './hashRuleGroup';
import { mapDatasource } from './mapDatasource';
import { GrafanaAlertRule } from './types';

/** Content of a desired rule group. */
export interface RuleGroupContent extends Record<string, unknown> {
  /** In seconds, a multiple of 10. */
  interval: number;
  rules: Record<string, any>[];
}

function nameOf({ title }: { title: string }): string {
  return `The rule group '${title}'`;
}

/** Alert rule groups in one Grafana, all in our folder; the group's name is the object's uid. */
export class GrafanaRuleGroups {
  /** Uid of the default data source, where desired rules name the default. */
  #datasource: string | undefined;

  constructor(
    private readonly client: GrafanaClient,
    private readonly folderUid: string,
    private readonly publicUrl: string,
    private readonly usesDefaultDatasource: boolean,
  ) {}

  async list(
    wanted: DesiredObject[],
    signal?: AbortSignal,
  ): Promise<ActualObject[]> {
    const rules = await this.client.listAlertRules(signal);
    const groups = new Map<string, GrafanaAlertRule[]>();
    for (const rule of rules) {
      if (rule.folderUID === this.folderUid) {
        const group = groups.get(rule.ruleGroup);
        if (group) {
          group.push(rule);
        } else {
          groups.set(rule.ruleGroup, [rule]);
        }
      }
    }
    if (wanted.length + groups.size > 0) {
      await this.#findDatasource(signal);
    }
    const wantedByName = new Map(wanted.map(object => [object.uid, object]));
    return [
      ...[...groups].map(([name, group]) =>
        this.#actual(name, group, wantedByName.get(name)),
      ),
      ...wanted
        .filter(({ uid }) => !groups.has(uid))
        .flatMap(object => this.#takenElsewhere(object, rules)),
    ];
  }

  /** The whole group is replaced and carries no version, so it is read before and after. */
  async write(
    object: DesiredObject,
    actual: ActualObject | undefined,
    signal?: AbortSignal,
  ): Promise<{ url?: string }> {
    const what = nameOf(object);
    assertUnchanged(what, await this.#find(object, signal), actual);
    const { interval, rules } = object.content as RuleGroupContent;
    await this.client.putRuleGroup(
      this.folderUid,
      object.uid,
      {
        interval,
        rules: rules.map(rule =>
          markRule(
            mapDatasource(rule, DEFAULT_DATASOURCE, this.#datasource),
            object,
          ),
        ),
      },
      signal,
    );
    // The answer of a PUT carries no uids (recording `rule-groups`).
    const now = await this.#find(object, signal);
    assertWritten(what, now, object);
    return { url: now?.url };
  }

  async remove(actual: ActualObject, signal?: AbortSignal): Promise<void> {
    const now = await this.#find(actual, signal);
    assertUnchanged(nameOf(actual), now, actual);
    await this.client.deleteRuleGroup(this.folderUid, actual.uid, signal);
  }

  async #findDatasource(signal?: AbortSignal): Promise<void> {
    if (this.usesDefaultDatasource) {
      this.#datasource = await findDefaultDatasource(this.client, signal);
    }
  }

  /** Reads the group alone: all rules of a Grafana would be too much for each write. */
  async #find(
    object: DesiredObject | ActualObject,
    signal?: AbortSignal,
  ): Promise<ActualObject | undefined> {
    if (this.#datasource === undefined) {
      await this.#findDatasource(signal);
    }
    const rules = await this.client.getRuleGroup(
      this.folderUid,
      object.uid,
      signal,
    );
    return (
      rules &&
      this.#actual(object.uid, rules, 'key' in object ? object : undefined)
    );
  }

  #actual(
    name: string,
    rules: GrafanaAlertRule[],
    wanted: DesiredObject | undefined,
  ): ActualObject {
    const owners = rules.map(readRuleOwner);
    const owner = owners.find(found => found !== undefined);
    const foreign = rules.filter((_, index) => owners[index] === undefined);
    const interval = wanted?.content.interval;
    const content = {
      // The list does not say it, and nothing but the group's own page does.
      ...(interval === undefined ? {} : { interval }),
      rules: rules.map(rule =>
        mapDatasource(ruleContent(rule), this.#datasource, DEFAULT_DATASOURCE),
      ),
    };
    return {
      kind: 'alert-rule-group',
      uid: name,
      title: name,
      url: `${this.publicUrl}/alerting/list?search=${encodeURIComponent(name)}`,
      owner,
      content,
      hash: hashRuleGroup(content),
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
