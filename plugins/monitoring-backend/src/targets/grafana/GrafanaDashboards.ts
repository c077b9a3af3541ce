import {
  ActualObject,
  DesiredObject,
  hashContent,
} from '@sightline/backstage-plugin-monitoring-node';
import pLimit from 'p-limit';
import {
  dashboardContent,
  markDashboard,
  OWNER_TAG,
  readDashboardOwner,
} from './dashboardMarks';
import { GrafanaClient } from './GrafanaClient';
import { GrafanaDashboardAnswer } from './types';

const PARALLEL_READS = 4;

/** Dashboards in one Grafana. */
export class GrafanaDashboards {
  constructor(
    private readonly client: GrafanaClient,
    private readonly publicUrl: string,
  ) {}

  async list(
    wanted: DesiredObject[],
    signal?: AbortSignal,
  ): Promise<ActualObject[]> {
    const marked = await this.client.searchDashboards(OWNER_TAG, signal);
    const uids = new Set([
      ...wanted.map(({ uid }) => uid),
      ...marked.map(({ uid }) => uid),
    ]);
    const limit = pLimit(PARALLEL_READS);
    const answers = await Promise.all(
      [...uids].map(uid => limit(() => this.client.getDashboard(uid, signal))),
    );
    return answers.flatMap(answer => (answer ? [this.#actual(answer)] : []));
  }

  async write(
    object: DesiredObject,
    actual: ActualObject | undefined,
    folderUid: string,
    signal?: AbortSignal,
  ): Promise<{ url?: string }> {
    await this.client.saveDashboard(
      {
        dashboard: {
          ...markDashboard(object.content, object),
          ...(actual ? { version: actual.version } : {}),
        },
        folderUid,
        message: `Sightline: ${actual ? 'update' : 'create'} ${object.hash}`,
      },
      signal,
    );
    // The legacy save is not race-safe (recording `dashboards`): what counts is what stands there.
    const written = await this.client.getDashboard(object.uid, signal);
    const now = written && this.#actual(written);
    if (now?.hash !== object.hash) {
      throw new Error(
        `The dashboard '${object.title}' was changed by someone else while it was saved; the next run looks again`,
      );
    }
    return { url: now.url };
  }

  async remove(actual: ActualObject, signal?: AbortSignal): Promise<void> {
    await this.client.deleteDashboard(actual.uid, signal);
  }

  #actual({ meta, dashboard }: GrafanaDashboardAnswer): ActualObject {
    const content = dashboardContent(dashboard);
    return {
      kind: 'dashboard',
      uid: dashboard.uid,
      title: dashboard.title,
      url: `${this.publicUrl}/d/${dashboard.uid}`,
      owner: readDashboardOwner(dashboard),
      content,
      hash: hashContent(content),
      version: meta.version,
    };
  }
}
