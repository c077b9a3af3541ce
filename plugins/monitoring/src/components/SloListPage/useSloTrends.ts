import { useContext, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  SloStatus,
  SloTrendsResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../../api';
import { ClockContext } from '../../hooks/Clock';
import { sloKey } from './sloRowFigures';

/** Budget left over time, oldest first. */
export type SloTrend = SloTrendsResponse['items'][number]['budgetRemaining'];

/** Rows that are only scrolled past are not asked for. In milliseconds. */
const PAUSE = 200;
/** A trend of days changes little in this time. In milliseconds. */
const LIFETIME = 5 * 60_000;

interface Known {
  at: number;
  /** Absent where there is none, or it could not be read. */
  trend?: SloTrend;
}

/**
 * Reads the trends of what is in view, each once in a while.
 *
 * @returns gives the trend of an SLO: undefined until it is known, empty where there is none
 */
export function useSloTrends(
  slos: SloStatus[],
): (slo: SloStatus) => SloTrend | undefined {
  const api = useApi(monitoringApiRef);
  const clock = useContext(ClockContext);
  const [known, setKnown] = useState<ReadonlyMap<string, Known>>(new Map());
  const askedRef = useRef(new Set<string>());

  const now = clock.now();
  const wanted = slos.filter(slo => {
    const entry = known.get(sloKey(slo));
    return (
      !askedRef.current.has(sloKey(slo)) &&
      (!entry || now - entry.at > LIFETIME)
    );
  });
  const wantedKeys = wanted.map(sloKey).join('\n');
  const wantedRef = useRef(wanted);
  wantedRef.current = wanted;

  useEffect(() => {
    if (!wantedKeys) {
      return undefined;
    }
    const timer = setTimeout(async () => {
      const asked = wantedRef.current;
      asked.forEach(slo => askedRef.current.add(sloKey(slo)));
      const items = await api
        .getSloTrends(asked.map(({ entityRef, id }) => ({ entityRef, id })))
        // A list without its small pictures is still a list.
        .then(
          answer => answer.items,
          (): SloTrendsResponse['items'] => [],
        );
      const trends = new Map(
        items.map(item => [sloKey(item), item.budgetRemaining]),
      );
      asked.forEach(slo => askedRef.current.delete(sloKey(slo)));
      setKnown(old => {
        const next = new Map(old);
        for (const slo of asked) {
          const key = sloKey(slo);
          next.set(key, { at: clock.now(), trend: trends.get(key) });
        }
        return next;
      });
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [api, clock, wantedKeys]);

  return slo => {
    const entry = known.get(sloKey(slo));
    return entry && (entry.trend ?? []);
  };
}
