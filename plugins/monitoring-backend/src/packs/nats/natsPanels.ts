import { PackContext } from '@sightline/backstage-plugin-monitoring-node';
import { NatsPanelOptions } from './natsPanelIds';
import { natsServerPanels } from './natsServerPanels';
import { natsStats } from './natsStats';
import { natsStreamPanels } from './natsStreamPanels';

/** All panels of NATS by name, for its own dashboard and those that hold more. */
export function natsPanels(
  context: PackContext,
  options: NatsPanelOptions = {},
) {
  return {
    ...natsStats(context, options),
    ...natsStreamPanels(context, options),
    ...natsServerPanels(context, options),
  };
}
