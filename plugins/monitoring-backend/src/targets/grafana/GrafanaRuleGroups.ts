import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { markRule, readRuleOwner, ruleContent } from './alertRuleMarks';
import { assertUnchanged } from './assertUnchanged';
import { assertWritten } from './assertWritten';
import { DEFAULT_DATASOURCE, findDefaultDatasource } from './defaultDatasource';
import { DatasourcesApi } from './api/DatasourcesApi';
import { GrafanaAlertRule, RuleGroupsApi } from './api/RuleGroupsApi';
import { hashRuleGroup } from './hashRuleGroup';
import { mapDatasource } from './mapDatasource';
import { isTakeable, provenanceObstacle } from './provenance';
import {
  addedObstacle,
  alertGroupName,
  editedOf,
  kindOfGroup,
  nameOf,
  RuleGroupContent,
  sloGroupName,
  uidsOf,
} from './ruleGroups';

/** Alert rule groups in one Grafana, those of SLOs too, all in our folder; the group's name is the object's uid. */
export class GrafanaRuleGroups {
  /** Uid of the default data source, where desired rules name the default. */
  #datasource: string | undefined;

  constructor(
    private readonly api: RuleGroupsApi,
    private readonly datasources: DatasourcesApi,
    private readonly options: {
      folderUid: string;
      publicUrl: string;
      usesDefaultDatasource: boolean;
      /** Whether entities have groups for their SLOs. */
      hasSlos: boolean;
    },
  ) {}

  /** All of them, with one read. */
  async list(
    wanted: DesiredObject[],
    signal?: AbortSignal,
  ): Promise<ActualObject[]> {
    const rules = await this.api.list(signal);
    const groups = new Map<string, GrafanaAlertRule[]>();
    for (const rule of rules) {
      if (rule.folderUID === this.options.folderUid) {
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
    const byUid = new Map(rules.map(rule => [rule.uid, rule]));
    const elsewhere = (object: DesiredObject) =>
      uidsOf(object).flatMap(uid => byUid.get(uid) ?? []);
    return [
      ...[...groups].map(([name, group]) => {
        const object = wantedByName.get(name);
        const actual = this.#actual(name, group, object);
        return object
          ? this.#withObstacle(actual, object, elsewhere(object))
          : actual;
      }),
      ...wanted
        .filter(({ uid }) => !groups.has(uid))
        .flatMap(object => this.#takenElsewhere(object, elsewhere(object))),
    ];
  }

  /** One entity's alone: a read of each group, and of each rule that is not in it. */
  async listOf(
    entityRef: string,
    wanted: DesiredObject[],
    signal?: AbortSignal,
  ): Promise<ActualObject[]> {
    const listed: ActualObject[] = [];
    const names = [
      alertGroupName(entityRef),
      ...(this.options.hasSlos ? [sloGroupName(entityRef)] : []),
    ];
    for (const name of names) {
      if (!wanted.some(({ uid }) => uid === name)) {
        const left = await this.#find({ uid: name }, signal);
        listed.push(...(left ? [left] : []));
      }
    }
    for (const object of wanted) {
      const rules = await this.#readGroup(object.uid, signal);
      const inIt = new Set(rules?.map(({ uid }) => uid));
      const others = await Promise.all(
        uidsOf(object)
          .filter(uid => !inIt.has(uid))
          .map(uid => this.api.findRule(uid, signal)),
      );
      const elsewhere = others.flatMap(rule => rule ?? []);
      listed.push(
        ...(rules
          ? [
              this.#withObstacle(
                this.#actual(object.uid, rules, object),
                object,
                elsewhere,
              ),
            ]
          : this.#takenElsewhere(object, elsewhere)),
      );
    }
    return listed;
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
    await this.api.put(
      this.options.folderUid,
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
    await this.api.remove(this.options.folderUid, actual.uid, signal);
  }

  async #findDatasource(signal?: AbortSignal): Promise<void> {
    if (this.options.usesDefaultDatasource) {
      this.#datasource = await findDefaultDatasource(this.datasources, signal);
    }
  }

  /** Reads the group alone: all rules of a Grafana would be too much for each write. */
  async #find(
    object: DesiredObject | { uid: string },
    signal?: AbortSignal,
  ): Promise<ActualObject | undefined> {
    const rules = await this.#readGroup(object.uid, signal);
    return (
      rules &&
      this.#actual(object.uid, rules, 'key' in object ? object : undefined)
    );
  }

  async #readGroup(
    name: string,
    signal?: AbortSignal,
  ): Promise<GrafanaAlertRule[] | undefined> {
    if (this.#datasource === undefined) {
      await this.#findDatasource(signal);
    }
    return this.api.find(this.options.folderUid, name, signal);
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
    const hash = hashRuleGroup(content);
    const provenances = rules.map(({ provenance }) => provenance);
    const obstacle =
      provenanceObstacle(provenances) ??
      (owner && foreign.length > 0 ? addedObstacle(foreign) : undefined);
    // Untouched content is never compared: of thousands it would fill the memory.
    const isSettled = hash === owner?.hash && (!wanted || wanted.hash === hash);
    return {
      kind: kindOfGroup(name),
      uid: name,
      title: name,
      url: `${this.options.publicUrl}/alerting/list?search=${encodeURIComponent(
        name,
      )}`,
      folder: this.options.folderUid,
      owner,
      content: isSettled ? {} : content,
      hash,
      ...(obstacle ? { obstacle } : {}),
      ...(!owner && isTakeable(provenances) ? { adoptable: true } : {}),
      ...(owner && owner.hash !== hash ? { edited: editedOf(rules) } : {}),
    };
  }

  /** What stands in the place of a group that is not there. */
  #takenElsewhere(
    object: DesiredObject,
    rules: GrafanaAlertRule[],
  ): ActualObject[] {
    const obstacle = this.#obstacleOf(object, rules);
    return obstacle
      ? [
          {
            kind: object.kind,
            uid: object.uid,
            title: rules[0].ruleGroup,
            content: {},
            hash: '',
            obstacle,
          },
        ]
      : [];
  }

  #withObstacle(
    actual: ActualObject,
    object: DesiredObject,
    rules: GrafanaAlertRule[],
  ): ActualObject {
    const obstacle = actual.obstacle ?? this.#obstacleOf(object, rules);
    return obstacle ? { ...actual, obstacle } : actual;
  }

  /** A rule uid of ours in another group would move away from there in silence. */
  #obstacleOf(
    object: DesiredObject,
    rules: GrafanaAlertRule[],
  ): string | undefined {
    const taken = rules.find(
      ({ folderUID, ruleGroup }) =>
        folderUID !== this.options.folderUid || ruleGroup !== object.uid,
    );
    return (
      taken &&
      `The rule '${taken.title}' in the group '${taken.ruleGroup}' has the uid of one of ours; writing would move it here`
    );
  }
}
