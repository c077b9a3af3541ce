import { useCallback, useEffect, useMemo, useState } from 'react';
import {
  StorageValueSnapshot,
  storageApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { PackSuggestion } from '@sightline/backstage-plugin-monitoring-common';

const BUCKET = 'monitoring-suggestions';

/**
 * Whether a person has put these suggestions away; others come back.
 *
 * @returns whether they are, undefined until it is known, and what puts them away
 */
export function useDismissed(
  entityRef: string,
  items: PackSuggestion[],
): [isDismissed: boolean | undefined, dismiss: () => void] {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(() => storage.forBucket(BUCKET), [storage]);
  const [known, setKnown] = useState<{ entityRef: string; packs: string[] }>();
  const packs = items.map(({ pack }) => pack);

  useEffect(() => {
    const take = ({ presence, value }: StorageValueSnapshot<string[]>) => {
      if (presence !== 'unknown') {
        setKnown({ entityRef, packs: Array.isArray(value) ? value : [] });
      }
    };
    // Storage in the browser answers at once, storage in the backend only those who observe it.
    take(bucket.snapshot<string[]>(entityRef));
    const subscription = bucket.observe$<string[]>(entityRef).subscribe(take);
    return () => subscription.unsubscribe();
  }, [bucket, entityRef]);

  const dismiss = useCallback(() => {
    setKnown({ entityRef, packs });
    // Put away on this page all the same when it cannot be kept.
    bucket.set(entityRef, packs).catch(() => {});
  }, [bucket, entityRef, packs]);

  return [
    known?.entityRef === entityRef
      ? packs.every(pack => known.packs.includes(pack))
      : undefined,
    dismiss,
  ];
}
