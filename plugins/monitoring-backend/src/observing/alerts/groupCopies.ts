import { groupBy } from '@sightline/backstage-plugin-monitoring-common';
import { alertId } from './alertId';
import { ReplicaLabels, withoutLabels } from './replicaLabels';

/** One telling of an alert. */
export interface AlertCopy {
  labels: Record<string, string>;
  /** The server that evaluated it. */
  origin: string;
  /** Id of the Prometheus that alone the alert can be of; absent when nobody says. */
  instance?: string;
}

/** An alert and all that tell of it. */
export interface CopiedAlert<T> {
  /** Hash of its identity and instance. */
  id: string;
  /** Its labels without those by which replicas differ. */
  identity: Record<string, string>;
  copies: T[];
}

/**
 * Puts together the copies of each alert: those of one instance that differ in labels of replicas
 * alone.
 *
 * Whether a label that is only perhaps one of replicas is one shows in who evaluated the alerts: a
 * server gives its own labels one value each. When it tells two alerts that differ in such a label,
 * the label is that of their series, and the alerts are two.
 */
export function groupCopies<T extends AlertCopy>(
  copies: readonly T[],
  { known, perhaps }: ReplicaLabels,
): CopiedAlert<T>[] {
  const alike = groupBy(copies, ({ labels, instance }) =>
    alertId(withoutLabels(labels, [...known, ...perhaps]), instance),
  );
  return alike.flatMap(([, group]) => {
    const ofReplicas = perhaps.filter(label => !isOfSeries(label, group));
    const identityOf = ({ labels }: T) =>
      withoutLabels(labels, [...known, ...ofReplicas]);
    const alerts = groupBy(group, copy =>
      alertId(identityOf(copy), copy.instance),
    );
    return alerts.map(([id, same]) => ({
      id,
      identity: identityOf(same[0]),
      copies: same,
    }));
  });
}

function isOfSeries(label: string, copies: AlertCopy[]): boolean {
  return groupBy(copies, ({ origin }) => origin).some(
    ([, ofOrigin]) =>
      new Set(ofOrigin.map(({ labels }) => labels[label])).size > 1,
  );
}
