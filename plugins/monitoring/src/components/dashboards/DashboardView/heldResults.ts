import {
  PanelQueryRequest,
  PanelQueryResult,
} from '@sightline/backstage-plugin-monitoring-common';
import { PanelAnswers } from './PanelAnswers';

/** What is held of panels that are asked for again. */
export interface HeldResults {
  /** By the panels' keys; what the backend calls unchanged is one of these. */
  results: ReadonlyMap<string, PanelQueryResult>;
  /** A part of the request that says so. */
  known: Pick<PanelQueryRequest, 'known'>;
}

/** The data of panels that need not be sent again while it is the same. */
export function heldResults(
  answers: PanelAnswers,
  keys: string[],
): HeldResults {
  const results = new Map<string, PanelQueryResult>();
  const known: [string, string][] = [];
  for (const key of keys) {
    const { result } = answers.get(key);
    if (result?.tag !== undefined) {
      results.set(key, result);
      known.push([key, result.tag]);
    }
  }
  return {
    results,
    known: known.length > 0 ? { known: Object.fromEntries(known) } : {},
  };
}
