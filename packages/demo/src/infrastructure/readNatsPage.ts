import { natsPage } from './natsPage';

/**
 * The page of a NATS server. When that does not answer there is nothing on it, as on
 * prometheus-nats-exporter's.
 *
 * @param at - address of its monitoring endpoints
 */
export async function readNatsPage(at: string): Promise<string> {
  const read = async (path: string) => (await fetch(`${at}${path}`)).json();
  try {
    const [varz, jsz, healthz] = await Promise.all([
      read('/varz'),
      read('/jsz?streams=true&consumers=true&config=true'),
      read('/healthz'),
    ]);
    return natsPage(varz, jsz, healthz);
  } catch {
    return '';
  }
}
