import { useCallback, useEffect, useRef, useState } from 'react';
import {
  PanelModel,
  PanelQueryRequest,
  PanelQueryResult,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringTimeRange, QueryPanelsOptions } from '../../../api';
import { PanelData } from '../types';
import { panelRange, planQueries } from './planQueries';

/** Reads panels, and gives each result as soon as it is there. */
export type QueryPanels = (
  request: PanelQueryRequest,
  options: QueryPanelsOptions & { signal: AbortSignal },
) => Promise<void>;

/** What {@link usePanelQueries} needs. */
export interface PanelQueriesInput {
  queryPanels: QueryPanels;
  dashboard: string;
  /** Those near the viewport. */
  panels: PanelModel[];
  variables: VariableValues;
  range: MonitoringTimeRange;
  /** Of the dashboard, in pixels; absent while it is not known. */
  width?: number;
  /** Said of panels that the backend has not answered. */
  noAnswer: string;
}

const NOTHING: PanelData = { isLoading: false };

/** What belongs to one time and one set of values. */
interface Round {
  signal: AbortSignal;
  asked: Set<string>;
}

/**
 * Queries the panels that are seen. Another time or other variables end what is under way;
 * a panel keeps its old data until the new is there.
 */
export function usePanelQueries(input: PanelQueriesInput): {
  dataOf: (panelKey: string) => PanelData;
  retry: (panel: PanelModel) => void;
} {
  const { dashboard, panels, range } = input;
  const variablesKey = JSON.stringify(input.variables);
  const [data, setData] = useState<ReadonlyMap<string, PanelData>>(new Map());
  const latest = useRef(input);
  latest.current = input;
  const round = useRef<Round>();

  const set = useCallback(
    (keys: Iterable<string>, change: (old: PanelData) => PanelData) =>
      setData(old => {
        const next = new Map(old);
        for (const key of keys) {
          next.set(key, change(old.get(key) ?? NOTHING));
        }
        return next;
      }),
    [],
  );

  const ask = useCallback(
    (wanted: PanelModel[]) => {
      const now = latest.current;
      if (!round.current) {
        return;
      }
      const { signal, asked } = round.current;
      const models = new Map(wanted.map(panel => [panel.key, panel]));
      for (const request of planQueries({ ...now, panels: wanted })) {
        const keys = request.panels.map(keyOf);
        const open = new Set(keys);
        const end = (failure: string) => {
          if (!signal.aborted && open.size > 0) {
            set(open, old => ({ ...old, isLoading: false, failure }));
          }
        };
        const onResult = (result: PanelQueryResult) => {
          const key = result.key ?? String(result.panelId);
          const panel = models.get(key);
          if (!signal.aborted && panel) {
            open.delete(key);
            set([key], () => ({
              isLoading: false,
              result,
              range: panelRange(panel, now.range),
            }));
          }
        };
        keys.forEach(key => asked.add(key));
        set(keys, old => ({ ...old, isLoading: true }));
        now.queryPanels(request, { signal, onResult }).then(
          () => end(now.noAnswer),
          error => end(String(error?.message ?? error)),
        );
      }
    },
    [set],
  );

  const askWhatIsNew = useCallback(
    () =>
      ask(
        latest.current.panels.filter(
          ({ key }) => !round.current?.asked.has(key),
        ),
      ),
    [ask],
  );

  // Panels of another dashboard may have the same ids.
  useEffect(() => setData(new Map()), [dashboard]);

  useEffect(() => {
    const controller = new AbortController();
    round.current = { signal: controller.signal, asked: new Set() };
    askWhatIsNew();
    return () => controller.abort();
  }, [dashboard, variablesKey, range, askWhatIsNew]);

  useEffect(askWhatIsNew, [panels, askWhatIsNew]);

  return {
    dataOf: key => data.get(key) ?? NOTHING,
    retry: panel => ask([panel]),
  };
}

function keyOf(panel: PanelQueryRequest['panels'][number]): string {
  return typeof panel === 'number' ? String(panel) : panel.key;
}
