import {
  SloStatus,
  SourceHealth,
} from '@sightline/backstage-plugin-monitoring-common';
import { BACKEND_SOURCE, failingSources } from '../SourceHealthBanner/sources';
import { LabelState } from '../StateLabel';

/** What the page says first. */
export interface SloHeadline {
  state: LabelState;
  /** The source that does not answer, when `state` is `unknown`. */
  source?: SourceHealth;
  /** The state as far as it was last known, when `state` is `unknown`. */
  lastKnown?: LabelState;
}

/** The SLO's state, unless what measures it does not answer: then nothing can be said about now. */
export function sloHeadline(
  slo: SloStatus,
  sources: SourceHealth[],
): SloHeadline {
  const source = failingSources(sources).find(
    one =>
      one.state === 'unreachable' &&
      (one.source === BACKEND_SOURCE || one.source.startsWith('prometheus:')),
  );
  if (!source) {
    return { state: slo.state };
  }
  return {
    state: 'unknown',
    source,
    lastKnown:
      source.lastSuccessAt && slo.state !== 'stale' ? slo.state : undefined,
  };
}
