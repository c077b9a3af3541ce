import { isError } from '@backstage/errors';
import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { describeError } from '../../../describeError';
import { readDashboardOwner } from './dashboardMarks';
import { GrafanaSearchHit } from '../api/search';
import { mayBeOurs } from '../isOurUid';

/** So many reads in a row without a usable answer, and it is Grafana and not a dashboard. */
const GIVE_UP_AFTER = 3;

/** Dashboards that could not be read in one list: forbidden or too large, for example. */
export class UnreadableDashboards {
  readonly #reasons = new Map<string, string>();
  #answers = 0;
  #silent = 0;
  #silence: unknown;

  /**
   * Reads one dashboard; when it cannot be read, it is remembered.
   *
   * @throws when Grafana answers none, or the caller gave up
   */
  async read(
    uid: string,
    read: () => Promise<unknown>,
    signal?: AbortSignal,
  ): Promise<void> {
    if (this.#silent >= GIVE_UP_AFTER) {
      throw this.#silence;
    }
    try {
      await read();
      this.#answers += 1;
      this.#silent = 0;
    } catch (error) {
      signal?.throwIfAborted();
      if (isError(error) && error.name === 'ServiceUnavailableError') {
        this.#silent += 1;
        this.#silence = error;
      } else {
        this.#answers += 1;
        this.#silent = 0;
      }
      this.#reasons.set(uid, describeError(error));
    }
  }

  /**
   * What is known of them: their marks when the search found them, and why they must be left alone.
   *
   * @throws when Grafana answered for none
   */
  describe(
    wanted: DesiredObject[],
    hits: GrafanaSearchHit[],
    publicUrl: string,
  ): ActualObject[] {
    if (this.#silence !== undefined && this.#answers === 0) {
      throw this.#silence;
    }
    return [...this.#reasons].map(([uid, reason]) => {
      const object = wanted.find(entry => entry.uid === uid);
      const hit = hits.find(entry => entry.uid === uid);
      const owner =
        hit && mayBeOurs(uid)
          ? readDashboardOwner({ tags: hit.tags })
          : undefined;
      return {
        kind: 'dashboard',
        uid,
        title: hit?.title ?? object?.title ?? uid,
        url: `${publicUrl}/d/${uid}`,
        owner,
        // Unknown, so nothing is shown as a difference.
        content: object?.content ?? {},
        hash: owner?.hash ?? '',
        obstacle: `The dashboard cannot be read, so it is left as it is: ${reason}`,
      };
    });
  }
}
