import { isError } from '@backstage/errors';
import {
  ActualObject,
  DesiredObject,
  ProvisioningTarget,
  RetryLaterError,
} from '@sightline/backstage-plugin-monitoring-node';
import { ManagedObjectKind } from '@sightline/backstage-plugin-monitoring-common';
import { ChannelConfig, GrafanaConfig, grafanaFolderUid } from '../../config';
import { ContactPointsApi } from './api/ContactPointsApi';
import { DatasourcesApi } from './api/DatasourcesApi';
import { GrafanaApiDetector } from './api/GrafanaApis';
import { GrafanaHttp } from './api/GrafanaHttp';
import { MuteTimingsApi } from './api/MuteTimingsApi';
import { RuleGroupsApi } from './api/RuleGroupsApi';
import { GrafanaDashboards } from './dashboards/GrafanaDashboards';
import { Fingerprints } from './Fingerprints';
import { GrafanaContactPoints } from './GrafanaContactPoints';
import { GrafanaFolders } from './GrafanaFolders';
import { GrafanaMuteTimings } from './GrafanaMuteTimings';
import { GrafanaRuleGroups } from './GrafanaRuleGroups';
import { Wait, waitForReal } from './retryBriefly';
import { YoungFolders } from './YoungFolders';

type Options = { signal?: AbortSignal };

/** What writing contact points needs; secrets included. */
export interface ContactPointOptions {
  channels: ChannelConfig[];
  /** Key of the hashes by which secrets are compared. */
  key: string;
  wait?: Wait;
}

/** What of a Grafana is managed beside folders and dashboards. */
export interface GrafanaTargetOptions {
  /** Whether alert rules go here: their groups are then listed even when none is wanted. */
  alerts?: boolean;
  /** Whether alerts of SLOs go here: those of one entity are then looked for even when none is wanted. */
  slos?: boolean;
  /** Absent: contact points are left alone. */
  contactPoints?: ContactPointOptions;
  /** Whether mute timings go here: they are then listed even when none is wanted. */
  muteTimings?: boolean;
  fetch?: typeof fetch;
  now?: () => Date;
}

/** One kind of object in a Grafana. */
interface Objects {
  write(
    object: DesiredObject,
    actual: ActualObject | undefined,
    signal?: AbortSignal,
  ): Promise<{ url?: string }>;
  remove(actual: ActualObject, signal?: AbortSignal): Promise<void>;
}

/** One Grafana: folders, dashboards, contact points, mute timings and alert rule groups. */
export class GrafanaTarget implements ProvisioningTarget {
  readonly id: string;
  readonly title: string;
  readonly #alerts: boolean;
  readonly #hasMuteTimings: boolean;
  readonly #folders: GrafanaFolders;
  readonly #dashboards: GrafanaDashboards;
  readonly #ruleGroups: GrafanaRuleGroups;
  readonly #contactPoints: GrafanaContactPoints | undefined;
  readonly #muteTimings: GrafanaMuteTimings;
  readonly #youngFolders: YoungFolders;
  readonly #rootUid: string;

  static fromConfig(
    config: GrafanaConfig,
    options: GrafanaTargetOptions = {},
  ): GrafanaTarget {
    return new GrafanaTarget(config, options);
  }

  private constructor(config: GrafanaConfig, options: GrafanaTargetOptions) {
    this.id = `grafana:${config.id}`;
    this.title = `Grafana '${config.id}'`;
    this.#alerts = options.alerts ?? false;
    this.#hasMuteTimings = options.muteTimings ?? false;
    this.#rootUid = grafanaFolderUid(config);
    const { publicUrl } = config;
    const owner = `sightline/${config.id}`;
    const wait = options.contactPoints?.wait ?? waitForReal;
    const http = GrafanaHttp.fromConfig(config, options);
    const apis = new GrafanaApiDetector(http, options.now);
    const rules = new RuleGroupsApi(http);
    this.#youngFolders = new YoungFolders(options.now);
    this.#folders = new GrafanaFolders(http, apis, {
      rootUid: this.#rootUid,
      owner,
      publicUrl,
    });
    this.#dashboards = new GrafanaDashboards(http, apis, {
      publicUrl,
      folderUid: this.#rootUid,
    });
    this.#ruleGroups = new GrafanaRuleGroups(rules, new DatasourcesApi(http), {
      folderUid: this.#rootUid,
      publicUrl,
      usesDefaultDatasource: config.datasource === undefined,
      hasSlos: options.slos ?? false,
    });
    this.#muteTimings = new GrafanaMuteTimings(new MuteTimingsApi(http), {
      owner,
      publicUrl,
      wait,
    });
    const { contactPoints } = options;
    this.#contactPoints =
      contactPoints &&
      new GrafanaContactPoints(new ContactPointsApi(http), rules, {
        channels: contactPoints.channels,
        fingerprints: Fingerprints.create(contactPoints),
        publicUrl,
        wait,
      });
  }

  /**
   * Dashboards are documents of their own. What tells people is one document, and parallel writes
   * of rule groups wait for each other's locks (decision 0017).
   */
  parallelWrites(kind: ManagedObjectKind): number {
    return kind === 'dashboard' ? 4 : 1;
  }

  async list(
    wanted: DesiredObject[],
    options: Options & { entityRef?: string },
  ): Promise<ActualObject[]> {
    const { entityRef, signal } = options;
    const of = (kind: ManagedObjectKind) =>
      wanted.filter(object => object.kind === kind);
    const groups = [...of('alert-rule-group'), ...of('slo-rule-group')];
    const timings = of('mute-timing');
    if (entityRef !== undefined) {
      const listed = [
        ...(await this.#folders.listOf(of('folder'), signal)),
        ...(await this.#dashboards.list(of('dashboard'), options)),
        ...(await this.#listContactPoints(of('contact-point'), signal)),
        ...(timings.length > 0
          ? await this.#muteTimings.list(timings, signal)
          : []),
        ...(await this.#ruleGroups.listOf(entityRef, groups, signal)),
      ];
      const uids = new Set(wanted.map(({ uid }) => uid));
      return listed.filter(
        ({ uid, owner }) => uids.has(uid) || owner?.entityRef === entityRef,
      );
    }
    return [
      ...(await this.#folders.list(of('folder'), signal)),
      ...(await this.#dashboards.list(of('dashboard'), { signal })),
      ...(await this.#listContactPoints(of('contact-point'), signal)),
      ...(this.#hasMuteTimings || timings.length > 0
        ? await this.#muteTimings.list(timings, signal)
        : []),
      ...(this.#alerts || groups.length > 0
        ? await this.#ruleGroups.list(groups, signal)
        : []),
    ];
  }

  async write(
    object: DesiredObject,
    actual: ActualObject | undefined,
    { signal }: Options,
  ): Promise<{ url?: string }> {
    const objects = this.#objectsOf(object.kind);
    try {
      return await objects.write(object, actual, signal);
    } catch (error) {
      throw this.#explain(error, object);
    } finally {
      if (object.kind === 'folder') {
        this.#youngFolders.add(object.uid);
      }
    }
  }

  async remove(actual: ActualObject, { signal }: Options): Promise<void> {
    await this.#objectsOf(actual.kind).remove(actual, signal);
  }

  #objectsOf(kind: ManagedObjectKind): Objects {
    const objects: Partial<Record<ManagedObjectKind, Objects>> = {
      folder: this.#folders,
      dashboard: this.#dashboards,
      'contact-point': this.#contactPoints,
      'mute-timing': this.#muteTimings,
      'alert-rule-group': this.#ruleGroups,
      'slo-rule-group': this.#ruleGroups,
    };
    const found = objects[kind];
    if (!found) {
      throw new Error(`${this.title} holds no ${kind}`);
    }
    return found;
  }

  async #listContactPoints(
    wanted: DesiredObject[],
    signal?: AbortSignal,
  ): Promise<ActualObject[]> {
    return (await this.#contactPoints?.list(wanted, signal)) ?? [];
  }

  /** What lies in a folder that somebody else made moments ago may be refused for a minute. */
  #explain(error: unknown, { kind, folder, title }: DesiredObject): unknown {
    const isInFolder = [
      'dashboard',
      'alert-rule-group',
      'slo-rule-group',
    ].includes(kind);
    const wait = this.#youngFolders.waitFor(folder ?? this.#rootUid);
    return isInFolder &&
      wait > 0 &&
      isError(error) &&
      ['NotAllowedError', 'NotFoundError', 'InputError'].includes(error.name)
      ? new RetryLaterError(
          `'${title}' waits: its folder was made moments ago, and ${this.title} takes up to a minute to let it be used (${error.message})`,
          wait,
        )
      : error;
  }
}
