import { ResolvedDashboard } from '../../packs/types';
import { FoundDashboard, ReadOptions } from './FoundDashboard';
import { GrafanaReader } from './GrafanaReader';

/** A dashboard of a pack: as it stands in Grafana, edits included, else as the pack has it. */
export async function readOwnDashboard(
  { uid, title, pack, model }: ResolvedDashboard,
  grafana: GrafanaReader | undefined,
  options: ReadOptions,
): Promise<FoundDashboard> {
  const fromPack = { uid, title, pack, source: 'pack' as const };
  if (!grafana) {
    return { summary: fromPack, model };
  }
  const read = await grafana.read(uid, options);
  if ('failure' in read) {
    return {
      summary: {
        ...fromPack,
        notice: `${read.failure.message}. Shown as the pack has it.`,
      },
      model,
    };
  }
  if (!read.value) {
    return {
      summary: {
        ...fromPack,
        notice: `Grafana '${grafana.id}' does not have it (yet). Shown as the pack has it.`,
      },
      model,
    };
  }
  return {
    summary: {
      uid,
      title: read.value.title,
      pack,
      source: 'grafana',
      url: read.value.url,
    },
    model: read.value.model,
  };
}
