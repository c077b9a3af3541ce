import { useCallback, useEffect, useMemo, useState } from 'react';
import {
  StorageValueSnapshot,
  storageApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { plainLineEnds } from './plainLineEnds';

const BUCKET = 'monitoring-explore';
const MOST_REMEMBERED = 20;

/** The expressions that a person ran on an entity, newest first. */
export function useExpressionHistory(
  entityRef: string,
): [expressions: string[], remember: (expression: string) => void] {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(() => storage.forBucket(BUCKET), [storage]);
  const [expressions, setExpressions] = useState<string[]>([]);

  useEffect(() => {
    const take = ({ value }: StorageValueSnapshot<string[]>) =>
      setExpressions(
        Array.isArray(value)
          ? distinct(
              value.filter(one => typeof one === 'string').map(plainLineEnds),
            )
          : [],
      );
    // Storage in the browser answers at once, storage in the backend only those who observe it.
    take(bucket.snapshot<string[]>(entityRef));
    const subscription = bucket.observe$<string[]>(entityRef).subscribe(take);
    return () => subscription.unsubscribe();
  }, [bucket, entityRef]);

  const remember = useCallback(
    (expression: string) => {
      const next = distinct([expression, ...expressions]).slice(
        0,
        MOST_REMEMBERED,
      );
      setExpressions(next);
      // Run all the same when it cannot be remembered.
      bucket.set(entityRef, next).catch(() => {});
    },
    [bucket, entityRef, expressions],
  );
  return [expressions, remember];
}

function distinct(expressions: string[]): string[] {
  return [...new Set(expressions)];
}
