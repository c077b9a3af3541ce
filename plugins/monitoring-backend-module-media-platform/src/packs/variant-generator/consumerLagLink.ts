/** Tag of the dashboards that show the lag of consumers. */
const TAG = 'nats';

/** In Grafana, a list of the dashboards on NATS, where this service's consumer is to be seen. */
export function consumerLagLink() {
  return {
    type: 'dashboards',
    title: 'Consumer lag (NATS)',
    tooltip: 'Messages that this service has yet to take from NATS',
    icon: 'external link',
    tags: [TAG],
    url: '',
    asDropdown: true,
    includeVars: false,
    keepTime: true,
    targetBlank: false,
  };
}
