import { freePort } from '@sightline/demo';

/** Ports that nothing uses, so that a demo that runs already is not in the way. */
export async function freePorts() {
  const [portal, metrics, prometheus, alertmanager, grafana, control] =
    await Promise.all(Array.from({ length: 6 }, freePort));
  // The built portal is served by the backend itself.
  return {
    portal,
    backend: portal,
    metrics,
    prometheus,
    alertmanager,
    grafana,
    control,
  };
}
