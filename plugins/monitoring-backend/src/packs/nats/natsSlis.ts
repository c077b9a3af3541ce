import { SliTemplate } from '@sightline/backstage-plugin-monitoring-common';

/** What can be promised of a NATS server. */
export function natsSlis(): SliTemplate[] {
  return [
    {
      id: 'nats:uptime',
      title: 'Server seen',
      serves: ['uptime', 'availability'],
      // The exporter has no gauge for it: a server that answers has a number of connections, and
      // one that does not leaves an exporter that is scraped without it.
      sli: {
        type: 'uptime',
        gauge:
          '(gnatsd_varz_connections{$selector} or nats_varz_connections{$selector}) >= bool 0 or 0 * up{$selector}',
      },
    },
  ];
}
