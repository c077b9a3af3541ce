import { useCallback, useState } from 'react';
import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { PackSuggestion } from '@sightline/backstage-plugin-monitoring-common';

const BUCKET = 'monitoring-suggestions';

/**
 * Whether a person has put these suggestions away; others come back.
 *
 * @returns whether they are, and what puts them away
 */
export function useDismissed(
  entityRef: string,
  items: PackSuggestion[],
): [isDismissed: boolean, dismiss: () => void] {
  const bucket = useApi(storageApiRef).forBucket(BUCKET);
  const packs = items.map(({ pack }) => pack);
  const [dismissed, setDismissed] = useState<string[]>(() => {
    const { value } = bucket.snapshot<string[]>(entityRef);
    return Array.isArray(value) ? value : [];
  });
  const dismiss = useCallback(() => {
    setDismissed(packs);
    bucket.set(entityRef, packs);
  }, [bucket, entityRef, packs]);
  return [packs.every(pack => dismissed.includes(pack)), dismiss];
}
