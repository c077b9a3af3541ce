import { AlertCopy, CopiedAlert } from './groupCopies';
import { ObservedAlert } from './ObservedAlert';
import { withoutLabels } from './replicaLabels';
import { Suppression } from './suppressionOf';
import { earliest } from './utcMoment';

/** What one source tells of one alert. */
export interface AlertTelling extends AlertCopy {
  source: string;
  annotations: Record<string, string>;
  /** Absent when the source was told of the alert: to it all fire. */
  state?: 'firing' | 'pending';
  /** As `utcMoment` answers it. */
  since?: string;
  value?: number;
  /** Why the source notifies nobody; absent when it does, or is not the one to do so. */
  suppression?: Suppression;
}

/**
 * One alert of all that is told of it. What is true now goes before what was last known, and what
 * a server has evaluated before what another was told.
 *
 * @param away - sources that do not answer, and when they last did, in Unix milliseconds
 */
export function mergeTellings(
  { id, identity, copies }: CopiedAlert<AlertTelling>,
  away: ReadonlyMap<string, number>,
): ObservedAlert {
  const currentFirst = (tellings: AlertTelling[]) => {
    const current = tellings.filter(({ source }) => !away.has(source));
    return current.length > 0 ? current : tellings;
  };
  const evaluated = copies.filter(({ state }) => state !== undefined);
  const routed = copies.filter(({ state }) => state === undefined);
  const deciding = currentFirst(evaluated.length > 0 ? evaluated : routed);
  const since = earliest(
    (evaluated.length > 0 ? evaluated : routed).map(one => one.since),
  );
  const sources = [...new Set(copies.map(({ source }) => source))];
  const known = sources.flatMap(source => away.get(source) ?? []);
  return {
    id,
    identity,
    labels: labelsOfAll(copies),
    annotations: deciding[0].annotations,
    ...stateOf(deciding, currentFirst(routed), away),
    since: since ?? earliest(copies.map(one => one.since)),
    value: deciding.find(({ value }) => value !== undefined)?.value,
    sources,
    isEvaluated: evaluated.length > 0,
    ...(known.length === sources.length && {
      lastKnownAt: Math.max(...known),
    }),
  };
}

function stateOf(
  deciding: AlertTelling[],
  routed: AlertTelling[],
  away: ReadonlyMap<string, number>,
): Pick<ObservedAlert, 'state' | 'silence' | 'inhibited'> {
  const isPending =
    deciding.every(({ state }) => state === 'pending') &&
    // A replica whose condition holds for long enough already has had people told.
    !routed.some(({ source }) => !away.has(source));
  if (isPending) {
    return { state: 'pending' };
  }
  const suppressions = routed.map(({ suppression }) => suppression);
  // As long as one copy is let through, somebody is told.
  if (suppressions.length === 0 || !suppressions.every(Boolean)) {
    return { state: 'firing' };
  }
  const said = suppressions.find(one => one?.silence) ?? suppressions[0];
  return { state: 'silenced', ...said };
}

function labelsOfAll(copies: AlertTelling[]): Record<string, string> {
  const [first, ...others] = copies;
  return Object.fromEntries(
    Object.entries(withoutLabels(first.labels, [])).filter(([label, value]) =>
      others.every(({ labels }) => labels[label] === value),
    ),
  );
}
