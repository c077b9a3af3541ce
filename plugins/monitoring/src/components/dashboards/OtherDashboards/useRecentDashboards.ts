import { useCallback, useEffect, useMemo, useState } from 'react';
import {
  StorageValueSnapshot,
  storageApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';

const BUCKET = 'monitoring-dashboards';
const MOST_REMEMBERED = 5;

/** A dashboard that a person chose lately. */
export type RecentDashboard = { uid: string; title: string };

/** The dashboards that a person chose lately on an entity, newest first. */
export function useRecentDashboards(
  entityRef: string,
): [recent: RecentDashboard[], remember: (chosen: RecentDashboard) => void] {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(() => storage.forBucket(BUCKET), [storage]);
  const [recent, setRecent] = useState<RecentDashboard[]>([]);

  useEffect(() => {
    const take = ({ value }: StorageValueSnapshot<RecentDashboard[]>) =>
      setRecent(Array.isArray(value) ? value.filter(isRecent) : []);
    // Storage in the browser answers at once, storage in the backend only those who observe it.
    take(bucket.snapshot<RecentDashboard[]>(entityRef));
    const subscription = bucket
      .observe$<RecentDashboard[]>(entityRef)
      .subscribe(take);
    return () => subscription.unsubscribe();
  }, [bucket, entityRef]);

  const remember = useCallback(
    ({ uid, title }: RecentDashboard) => {
      const next = [
        { uid, title },
        ...recent.filter(one => one.uid !== uid),
      ].slice(0, MOST_REMEMBERED);
      setRecent(next);
      // Chosen all the same when it cannot be remembered.
      bucket.set(entityRef, next).catch(() => {});
    },
    [bucket, entityRef, recent],
  );
  return [recent, remember];
}

function isRecent(value: unknown): value is RecentDashboard {
  const { uid, title } = (value ?? {}) as Partial<RecentDashboard>;
  return typeof uid === 'string' && typeof title === 'string';
}
