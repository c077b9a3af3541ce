import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { readDashboardOwner } from './dashboardMarks';
import { GrafanaSearchHit } from '../api/search';

/** A dashboard as it was last read. */
export interface KnownDashboard {
  actual: ActualObject;
  tags: string[];
  /** Number of the list that read it. */
  readIn: number;
}

/** So many that look unchanged are read anyway, the longest unread first. */
const RECHECKED = 100;

function sameTags(left: string[], right: string[]): boolean {
  return [...left].sort().join('\n') === [...right].sort().join('\n');
}

/**
 * Which dashboards to read: those that are wanted and not found by their mark, want another
 * content, look otherwise than when they were last read, or were not as we wrote them; and in turn
 * some of the other wanted ones.
 *
 * @param hits - all that carry our mark
 * @param known - as they were last read
 * @returns uids
 */
export function chooseDashboardReads(
  wanted: DesiredObject[],
  hits: GrafanaSearchHit[],
  known: ReadonlyMap<string, KnownDashboard>,
): string[] {
  const hashes = new Map(wanted.map(({ uid, hash }) => [uid, hash]));
  const found = new Set(hits.map(({ uid }) => uid));
  const missing = wanted.map(({ uid }) => uid).filter(uid => !found.has(uid));
  const changed: string[] = [];
  const settled: { uid: string; readIn: number }[] = [];
  for (const { uid, title, tags } of hits) {
    const last = known.get(uid);
    const asBefore =
      last !== undefined &&
      last.actual.title === title &&
      sameTags(last.tags, tags) &&
      last.actual.hash === last.actual.owner?.hash &&
      readDashboardOwner({ tags })?.hash ===
        (hashes.get(uid) ?? last.actual.owner?.hash);
    if (!asBefore) {
      changed.push(uid);
    } else if (hashes.has(uid)) {
      settled.push({ uid, readIn: last.readIn });
    }
  }
  const inTurn = settled
    .sort((a, b) => a.readIn - b.readIn)
    .slice(0, RECHECKED)
    .map(({ uid }) => uid);
  return [...missing, ...changed, ...inTurn];
}
