import { ResolvedDashboard } from '../../packs/types';
import { FoundDashboard, ReadOptions } from './FoundDashboard';
import { GrafanaReader } from './GrafanaReader';

/** A dashboard of a pack: as it stands in Grafana, edits included, else as the pack has it. */
export async function readOwnDashboard(
  own: ResolvedDashboard,
  grafana: GrafanaReader | undefined,
  options: ReadOptions,
): Promise<FoundDashboard> {
  const { uid, title, pack } = own;
  const asThePackHasIt = (notice?: string): FoundDashboard => ({
    summary: {
      uid,
      title,
      pack,
      source: 'pack',
      ...(notice ? { notice: `${notice}. Shown as the pack has it.` } : {}),
    },
    identity: own,
    model: () => own.model,
  });
  if (!grafana) {
    return asThePackHasIt();
  }
  const read = await grafana.read(uid, options);
  if ('failure' in read) {
    return asThePackHasIt(read.failure.message);
  }
  const { value } = read;
  if (!value) {
    return asThePackHasIt(`Grafana '${grafana.id}' does not have it (yet)`);
  }
  return {
    summary: {
      uid,
      title: value.title,
      pack,
      source: 'grafana',
      url: value.url,
    },
    identity: value.model,
    model: () => value.model,
  };
}
