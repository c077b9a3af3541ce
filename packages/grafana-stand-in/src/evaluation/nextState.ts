import { AlertInstance, InstanceState, StateReason } from './types';

/** What an evaluation says of one instance, after the rule's ways with no data and errors. */
export interface Finding {
  state: 'Normal' | 'Alerting' | 'NoData' | 'Error';
  reason?: StateReason;
}

type Stand = Pick<AlertInstance, 'state' | 'reason' | 'startsAt'>;

/** How long a rule waits. In milliseconds. */
export interface RuleTimes {
  for: number;
  keepFiringFor: number;
}

function alerting(
  previous: Stand | undefined,
  at: Date,
  times: RuleTimes,
): { state: InstanceState; startsAt: Date } {
  switch (previous?.state) {
    case 'Alerting':
    case 'Recovering':
      return { state: 'Alerting', startsAt: previous.startsAt };
    case 'Pending':
      return at.getTime() - previous.startsAt.getTime() >= times.for
        ? { state: 'Alerting', startsAt: at }
        : { state: 'Pending', startsAt: previous.startsAt };
    default:
      return { state: times.for > 0 ? 'Pending' : 'Alerting', startsAt: at };
  }
}

function normal(
  previous: Stand | undefined,
  at: Date,
  times: RuleTimes,
): { state: InstanceState; startsAt: Date } {
  if (times.keepFiringFor > 0 && previous?.state === 'Alerting') {
    return { state: 'Recovering', startsAt: at };
  }
  if (
    previous?.state === 'Recovering' &&
    at.getTime() - previous.startsAt.getTime() < times.keepFiringFor
  ) {
    return { state: 'Recovering', startsAt: previous.startsAt };
  }
  return {
    state: 'Normal',
    startsAt: previous?.state === 'Normal' ? previous.startsAt : at,
  };
}

/**
 * Where an instance goes from its previous state. `startsAt` is when the state began: an alert
 * that was pending starts anew when it begins to fire.
 */
export function nextState(
  previous: Stand | undefined,
  { state, reason }: Finding,
  at: Date,
  times: RuleTimes,
): Stand {
  switch (state) {
    case 'Alerting':
      return { ...alerting(previous, at, times), reason };
    case 'Normal':
      return { ...normal(previous, at, times), reason };
    default:
      return {
        state,
        reason,
        startsAt: previous?.state === state ? previous.startsAt : at,
      };
  }
}
