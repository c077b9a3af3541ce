import { PackContext } from '@sightline/backstage-plugin-monitoring-node';

/** What a pack is told of a component of the media platform. */
export function contextOf(name: string): PackContext {
  return {
    entityRef: `component:default/${name}`,
    name,
    title: name,
    selector: `service="${name}"`,
    options: {},
  };
}
