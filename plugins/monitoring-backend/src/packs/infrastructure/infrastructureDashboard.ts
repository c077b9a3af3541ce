import {
  buildPackDashboard,
  PackContext,
  PackDashboard,
} from '@sightline/backstage-plugin-monitoring-node';
import { hasPart, partContext } from './choosePart';
import { INFRASTRUCTURE_PARTS } from './infrastructureParts';

/** “Infrastructure”: what matters most of each part that the platform has. */
export function infrastructureDashboard(context: PackContext): PackDashboard {
  const parts = INFRASTRUCTURE_PARTS.filter(part => hasPart(part, context)).map(
    part => ({
      title: part.pack.title,
      ...part.panels(partContext(part, context)),
    }),
  );
  const absent = INFRASTRUCTURE_PARTS.filter(
    part => !hasPart(part, context),
  ).map(({ pack }) => pack.title);
  const title = `${context.title} · Infrastructure`;
  const leftOut =
    absent.length > 0 ? `Left out, not found: ${absent.join(', ')}` : '';
  const model = buildPackDashboard({
    title,
    description: [
      `What ${context.title} stands on: ${parts
        .map(part => part.title)
        .join(', ')}.`,
      leftOut,
    ]
      .filter(Boolean)
      .join(' '),
    tags: ['infrastructure'],
    stats: parts.map(part => ({
      ...part.stat,
      title: `${part.title} · ${part.stat.title}`,
    })),
    rows: [
      ...parts.map(({ title: heading, row }) => ({
        title: heading,
        panels: row,
      })),
      // A heading with nothing below it, for who looks for one of them.
      ...(leftOut ? [{ title: leftOut, panels: [] }] : []),
    ],
  });
  return { id: 'infrastructure', title, model };
}
