import {
  PackAlert,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import { hasPart, partContext } from './choosePart';
import {
  INFRASTRUCTURE_PARTS,
  InfrastructurePart,
} from './infrastructureParts';

/** A part's alerts, each with a link to its panel or, where that is not shown here, its row. */
function partAlerts(
  part: InfrastructurePart,
  context: PackContext,
): PackAlert[] {
  const { stat, row } = part.panels(context);
  const shown = [...row, stat].map(({ id }) => id!);
  return part.pack.alerts(context).map(alert => {
    const own = part.firstId + (alert.panel?.panelId ?? 0);
    return {
      ...alert,
      panel: {
        dashboard: 'infrastructure',
        panelId: shown.includes(own) ? own : shown[0],
      },
    };
  });
}

/** All alerts of the parts that the entity has. */
export function infrastructureAlerts(context: PackContext): PackAlert[] {
  return INFRASTRUCTURE_PARTS.filter(part => hasPart(part, context)).flatMap(
    part => partAlerts(part, partContext(part, context)),
  );
}
