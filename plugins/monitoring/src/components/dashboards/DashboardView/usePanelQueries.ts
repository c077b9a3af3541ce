import { useCallback, useEffect, useRef, useState } from 'react';
import {
  DashboardVariable,
  PanelAnswer,
  PanelModel,
  PanelQueryRequest,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringTimeRange, QueryPanelsOptions } from '../../../api';
import { errorText } from '../../../api/errorText';
import { isQueried } from '../types';
import { heldResults } from './heldResults';
import { PanelAnswers } from './PanelAnswers';
import { planQueries } from './planQueries';
import { usedVariables } from './usedVariables';

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
  definitions: DashboardVariable[];
  /** Of the page; another object queries all panels again. */
  range: MonitoringTimeRange;
  /** What a panel shows. */
  timeOf: (panel: PanelModel) => MonitoringTimeRange;
  /** IANA name; absent means the browser's. */
  timeZone?: string;
  /** Of the dashboard, in pixels; absent while it is not known. */
  width?: number;
  /** Panels whose data is kept, by key; that of others is given up. */
  kept: ReadonlySet<string>;
  /** Said of panels that the backend has not answered. */
  noAnswer: string;
}

/** What is known of the panels' data, and how to ask again. */
export interface PanelQueries {
  answers: PanelAnswers;
  retry: (panel: PanelModel) => void;
}

/** Panels that come near within this time are asked for together, in milliseconds. */
const PAUSE = 80;

/**
 * Queries the panels that are seen. Another time ends what is under way, and so do other
 * variables, after which only those panels are asked for again that depend on them. A panel keeps
 * its old data until the new is there.
 */
export function usePanelQueries(input: PanelQueriesInput): PanelQueries {
  const { dashboard, panels, range, kept } = input;
  const variablesKey = JSON.stringify(input.variables);
  const [answers] = useState(PanelAnswers.create);
  const latest = useRef(input);
  latest.current = input;
  const round = useRef<AbortController>();
  /** What each panel was last asked for, by key. */
  const asked = useRef(new Map<string, Question>());
  const open = useRef(new Set<string>());

  const ask = useCallback(
    (wanted: PanelModel[]) => {
      const now = latest.current;
      const signal = round.current?.signal;
      if (!signal) {
        return;
      }
      const models = new Map(wanted.map(panel => [panel.key, panel]));
      for (const request of planQueries({ ...now, panels: wanted })) {
        const keys = request.panels.map(keyOf);
        const missing = new Set(keys);
        const held = heldResults(answers, keys);
        const end = (failure: string) => {
          if (!signal.aborted && missing.size > 0) {
            missing.forEach(key => open.current.delete(key));
            answers.change(missing, old => ({
              ...old,
              isLoading: false,
              failure,
            }));
          }
        };
        const onResult = (answer: PanelAnswer) => {
          const key = answer.key ?? String(answer.panelId);
          const panel = models.get(key);
          const result = 'unchanged' in answer ? held.results.get(key) : answer;
          if (!signal.aborted && panel && result) {
            missing.delete(key);
            open.current.delete(key);
            answers.change([key], () => ({
              isLoading: false,
              result,
              range: now.timeOf(panel),
            }));
          }
        };
        for (const key of keys) {
          open.current.add(key);
          asked.current.set(key, whatOf(models.get(key)!, now));
        }
        answers.change(keys, old => ({ ...old, isLoading: true }));
        now
          .queryPanels({ ...request, ...held.known }, { signal, onResult })
          .then(
            () => end(now.noAnswer),
            error => end(errorText(error)),
          );
      }
    },
    [answers],
  );

  const askWhatIsNew = useCallback(() => {
    const now = latest.current;
    ask(
      now.panels.filter(panel => {
        const before = asked.current.get(panel.key);
        const what = whatOf(panel, now);
        return before?.range !== what.range || before.about !== what.about;
      }),
    );
  }, [ask]);

  // Panels of another dashboard may have the same keys.
  useEffect(() => {
    asked.current.clear();
    answers.keepOnly(new Set());
  }, [dashboard, answers]);

  useEffect(() => {
    const controller = new AbortController();
    round.current = controller;
    const ended = [...open.current];
    open.current.clear();
    ended.forEach(key => asked.current.delete(key));
    answers.change(ended, old => ({ ...old, isLoading: false }));
    askWhatIsNew();
    return () => controller.abort();
  }, [dashboard, variablesKey, range, askWhatIsNew, answers]);

  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    if (asked.current.size === 0) {
      askWhatIsNew();
    } else if (timer.current === undefined) {
      timer.current = setTimeout(() => {
        timer.current = undefined;
        askWhatIsNew();
      }, PAUSE);
    }
  }, [panels, askWhatIsNew]);
  useEffect(() => () => clearTimeout(timer.current), []);

  useEffect(() => {
    answers.keepOnly(kept).forEach(key => asked.current.delete(key));
  }, [kept, answers]);

  const retry = useCallback((panel: PanelModel) => ask([panel]), [ask]);
  return { answers, retry };
}

/** What the answers to a panel depend on. */
interface Question {
  /** Of the page. */
  range: MonitoringTimeRange;
  about: string;
}

function whatOf(
  panel: PanelModel,
  { range, variables, definitions }: PanelQueriesInput,
): Question {
  const used = isQueried(panel) ? usedVariables(panel, definitions) : new Set();
  const values = Object.entries(variables).filter(
    ([name]) => used === undefined || used.has(name),
  );
  return {
    range,
    about: JSON.stringify([panel.gridPos.w, panel.scopedVariables, values]),
  };
}

function keyOf(panel: PanelQueryRequest['panels'][number]): string {
  return typeof panel === 'number' ? String(panel) : panel.key;
}
