import { useCallback, useEffect, useRef, useState } from 'react';
import {
  PanelModel,
  PanelQueryRequest,
  PanelQueryResult,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringTimeRange, QueryPanelsOptions } from '../../../api';
import { VariableValues } from '../series';
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
  asked: Set<number>;
}

/**
 * Queries the panels that are seen. Another time or other variables end what is under way;
 * a panel keeps its old data until the new is there.
 */
export function usePanelQueries(input: PanelQueriesInput): {
  dataOf: (panelId: number) => PanelData;
  retry: (panel: PanelModel) => void;
} {
  const { dashboard, panels, range } = input;
  const variablesKey = JSON.stringify(input.variables);
  const [data, setData] = useState<ReadonlyMap<number, PanelData>>(new Map());
  const latest = useRef(input);
  latest.current = input;
  const round = useRef<Round>();

  const set = useCallback(
    (ids: Iterable<number>, change: (old: PanelData) => PanelData) =>
      setData(old => {
        const next = new Map(old);
        for (const id of ids) {
          next.set(id, change(old.get(id) ?? NOTHING));
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
      const models = new Map(wanted.map(panel => [panel.id, panel]));
      for (const request of planQueries({ ...now, panels: wanted })) {
        const open = new Set(request.panels);
        const end = (failure: string) => {
          if (!signal.aborted && open.size > 0) {
            set(open, old => ({ ...old, isLoading: false, failure }));
          }
        };
        const onResult = (result: PanelQueryResult) => {
          const panel = models.get(result.panelId);
          if (!signal.aborted && panel) {
            open.delete(result.panelId);
            set([result.panelId], () => ({
              isLoading: false,
              result,
              range: panelRange(panel, now.range),
            }));
          }
        };
        request.panels.forEach(id => asked.add(id));
        set(request.panels, old => ({ ...old, isLoading: true }));
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
        latest.current.panels.filter(({ id }) => !round.current?.asked.has(id)),
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
    dataOf: id => data.get(id) ?? NOTHING,
    retry: panel => ask([panel]),
  };
}
