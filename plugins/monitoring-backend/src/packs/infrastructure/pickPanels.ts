import {
  buildPackDashboard,
  PackDashboard,
} from '@sightline/backstage-plugin-monitoring-node';

/** A panel of a pack's dashboard. */
export type Panel = Parameters<typeof buildPackDashboard>[0]['stats'][number];

/**
 * Panels of another pack's dashboard, in the order of their ids.
 *
 * @param firstId - added to the ids, so that they stay unique among those of other packs
 */
export function pickPanels(
  { model }: PackDashboard,
  ids: readonly number[],
  firstId: number,
): Panel[] {
  const panels = model.panels as Panel[];
  return ids.flatMap(id =>
    panels
      .filter(panel => panel.id === id)
      .map(panel => ({ ...panel, id: firstId + id })),
  );
}
