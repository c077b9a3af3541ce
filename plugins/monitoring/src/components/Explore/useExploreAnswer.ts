import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  ExploreQueryRequest,
  ExploreQueryResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef, MonitoringTimeRange } from '../../api';
import { isForbidden } from '../LoadFailed/isForbidden';

/** What is asked for. */
export interface ExploreQuestion {
  entityRef: string;
  environment?: string;
  /** Nothing is asked while it is empty. */
  expression: string;
  /** A new object asks again. */
  range: MonitoringTimeRange;
  instant: boolean;
}

/** What is known of an answer. */
export interface ExploreAnswer {
  isLoading: boolean;
  /**
   * The last one to the same expression; kept while a newer one is read, and when there is none
   * although one may still ask.
   */
  answer?: ExploreQueryResponse;
  /** What `answer` is to. */
  asked?: ExploreQueryRequest;
  error?: Error;
}

const NOTHING: ExploreAnswer = { isLoading: false };

/** Asks when something of the question changes, and ends the question before. */
export function useExploreAnswer(question: ExploreQuestion): ExploreAnswer {
  const { entityRef, environment, expression, range, instant } = question;
  const { explore } = useApi(monitoringApiRef);
  const [state, setState] = useState<ExploreAnswer>(NOTHING);

  useEffect(() => {
    if (expression.trim() === '') {
      setState(NOTHING);
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const asked = { expression, range, instant };
    setState(({ answer, asked: before }) =>
      before?.expression === expression && before.instant === instant
        ? { isLoading: true, answer, asked: before }
        : { isLoading: true },
    );
    explore.query(entityRef, asked, { environment, signal }).then(
      answer => {
        if (!signal.aborted) {
          setState({ isLoading: false, answer, asked });
        }
      },
      error => {
        if (!signal.aborted) {
          setState(before =>
            isForbidden(error)
              ? { isLoading: false, error }
              : { ...before, isLoading: false, error },
          );
        }
      },
    );
    return () => controller.abort();
  }, [explore, entityRef, environment, expression, range, instant]);

  return state;
}
