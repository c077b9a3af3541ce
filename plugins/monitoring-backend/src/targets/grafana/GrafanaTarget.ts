import {
  ActualObject,
  DesiredObject,
  hashContent,
  ProvisioningTarget,
} from '@sightline/backstage-plugin-monitoring-node';
import { ChannelConfig, GrafanaConfig, grafanaFolderUid } from '../../config';
import { Fingerprints } from './Fingerprints';
import { GrafanaClient } from './GrafanaClient';
import { GrafanaContactPoints } from './GrafanaContactPoints';
import { GrafanaDashboards } from './GrafanaDashboards';
import { GrafanaRuleGroups } from './GrafanaRuleGroups';
import { Wait, waitForReal } from './retryBriefly';

type Options = { signal?: AbortSignal };

/** What writing contact points needs; secrets included. */
export interface ContactPointOptions {
  channels: ChannelConfig[];
  /** Key of the hashes by which secrets are compared. */
  key: string;
  wait?: Wait;
}

/** One Grafana: a folder, dashboards, contact points and alert rule groups. */
export class GrafanaTarget implements ProvisioningTarget {
  readonly id: string;
  readonly title: string;
  readonly #client: GrafanaClient;
  readonly #alerts: boolean;
  readonly #publicUrl: string;
  readonly #folderUid: string;
  readonly #dashboards: GrafanaDashboards;
  readonly #ruleGroups: GrafanaRuleGroups;
  readonly #contactPoints: GrafanaContactPoints | undefined;

  static fromConfig(
    config: GrafanaConfig,
    options: {
      /** Whether alert rules go here: their groups are then listed even when none is wanted. */
      alerts?: boolean;
      /** Absent: contact points are left alone. */
      contactPoints?: ContactPointOptions;
      fetch?: typeof fetch;
    } = {},
  ): GrafanaTarget {
    return new GrafanaTarget(
      config,
      GrafanaClient.fromConfig(config, options),
      options,
    );
  }

  private constructor(
    config: GrafanaConfig,
    client: GrafanaClient,
    options: { alerts?: boolean; contactPoints?: ContactPointOptions },
  ) {
    this.id = `grafana:${config.id}`;
    this.title = `Grafana '${config.id}'`;
    this.#client = client;
    this.#alerts = options.alerts ?? false;
    this.#publicUrl = config.publicUrl;
    this.#folderUid = grafanaFolderUid(config);
    this.#dashboards = new GrafanaDashboards(client, config.publicUrl);
    this.#ruleGroups = new GrafanaRuleGroups(
      client,
      this.#folderUid,
      config.publicUrl,
      config.datasource === undefined,
    );
    const { contactPoints } = options;
    this.#contactPoints =
      contactPoints &&
      new GrafanaContactPoints(client, {
        channels: contactPoints.channels,
        fingerprints: Fingerprints.create(contactPoints),
        publicUrl: config.publicUrl,
        wait: contactPoints.wait ?? waitForReal,
      });
  }

  async list(
    wanted: DesiredObject[],
    { signal }: Options,
  ): Promise<ActualObject[]> {
    const of = (kind: string) => wanted.filter(object => object.kind === kind);
    const groups = of('alert-rule-group');
    return [
      ...(await this.#listFolders(of('folder'), signal)),
      ...(await this.#dashboards.list(of('dashboard'), signal)),
      ...((await this.#contactPoints?.list(of('contact-point'), signal)) ?? []),
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
    switch (object.kind) {
      case 'folder':
        await this.#client.createFolder(
          { uid: object.uid, title: object.title },
          signal,
        );
        return { url: `${this.#publicUrl}/dashboards/f/${object.uid}` };
      case 'dashboard':
        return this.#dashboards.write(object, actual, this.#folderUid, signal);
      case 'contact-point':
        return (
          this.#contactPoints?.write(object, actual, signal) ??
          Promise.resolve({})
        );
      default:
        return this.#ruleGroups.write(object, actual, signal);
    }
  }

  async remove(actual: ActualObject, { signal }: Options): Promise<void> {
    if (actual.kind === 'dashboard') {
      await this.#dashboards.remove(actual, signal);
    } else if (actual.kind === 'alert-rule-group') {
      await this.#ruleGroups.remove(actual, signal);
    } else if (actual.kind === 'contact-point') {
      await this.#contactPoints?.remove(actual, signal);
    }
  }

  async #listFolders(
    wanted: DesiredObject[],
    signal?: AbortSignal,
  ): Promise<ActualObject[]> {
    const actual: ActualObject[] = [];
    for (const { uid, entityRef } of wanted) {
      const folder = await this.#client.getFolder(uid, signal);
      if (folder) {
        const content = { title: folder.title };
        const hash = hashContent(content);
        // A folder can carry no mark; its uid, a hash of ours, is the mark. People may rename it.
        actual.push({
          kind: 'folder',
          uid,
          title: folder.title,
          url: `${this.#publicUrl}/dashboards/f/${uid}`,
          owner: { entityRef, hash },
          content,
          hash,
        });
      }
    }
    return actual;
  }
}
