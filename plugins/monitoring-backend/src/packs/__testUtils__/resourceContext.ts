import { PackContext } from '@sightline/backstage-plugin-monitoring-node';

/** What a pack is told about a resource whose series carry its name as `service`. */
export function resourceContext(service: string, title: string): PackContext {
  return {
    entityRef: `resource:default/${service}`,
    name: service,
    title,
    selector: `service="${service}"`,
    options: {},
  };
}
