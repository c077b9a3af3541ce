import { PackContext } from '@sightline/backstage-plugin-monitoring-node';
import { redisLoadPanels } from './redisLoadPanels';
import { redisMemoryPanels } from './redisMemoryPanels';
import { RedisPanelOptions } from './redisPanelIds';
import { redisStats } from './redisStats';

/** All panels of Redis by name, for its own dashboard and those that hold more. */
export function redisPanels(
  context: PackContext,
  options: RedisPanelOptions = {},
) {
  return {
    ...redisStats(context, options),
    ...redisMemoryPanels(context, options),
    ...redisLoadPanels(context, options),
  };
}
