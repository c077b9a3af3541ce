import { CopiedAlert } from './groupCopies';
import { LabelIndex } from './LabelIndex';
import { AlertTelling } from './mergeTellings';
import { earliest } from './utcMoment';

type Alert = CopiedAlert<AlertTelling>;

interface Original {
  alert: Alert;
  /** How much its labels say. */
  size: number;
  isFiring: boolean;
  /** Unix milliseconds; NaN when no source says it. */
  since: number;
}

/**
 * Finds what copies in Alertmanager are copies of. Servers that evaluate for themselves may have
 * alerts with the same labels, of which Alertmanager does not say whose it holds; a server that
 * passes on what another evaluates (Thanos) tells the same alert, since the same moment.
 *
 * @param evaluated - all alerts that a source evaluates, before any copy is added to them
 * @returns for the labels of a copy: `undefined` when nobody evaluates it; empty when it may be of
 * several alerts, and so counts for none of them; more than one for one that is passed on
 */
export function originalsOf(
  evaluated: readonly Alert[],
): (labels: Record<string, string>) => Alert[] | undefined {
  const indexes = new Map<string | undefined, LabelIndex<Original>>();
  for (const alert of evaluated) {
    const { identity, copies } = alert;
    const index = indexes.get(copies[0].instance) ?? new LabelIndex();
    indexes.set(copies[0].instance, index);
    index.add(identity, {
      alert,
      size: Object.keys(identity).length,
      isFiring: copies.some(({ state }) => state === 'firing'),
      since: Date.parse(earliest(copies.map(one => one.since)) ?? ''),
    });
  }
  return labels => {
    const found = [...indexes.values()].flatMap(
      index => index.find(labels) ?? [],
    );
    if (found.length === 0) {
      return undefined;
    }
    const [first, ...others] = likeliest(found);
    return others.every(({ since }) => since === first.since)
      ? found
          .filter(one => one === first || one.since === first.since)
          .map(({ alert }) => alert)
      : [];
  };
}

/** Those that say most, and of them those that fire: nobody is told of what is pending. */
function likeliest(found: Original[]): Original[] {
  const most = Math.max(...found.map(({ size }) => size));
  const alike = found.filter(({ size }) => size === most);
  const firing = alike.filter(({ isFiring }) => isFiring);
  return firing.length > 0 ? firing : alike;
}
