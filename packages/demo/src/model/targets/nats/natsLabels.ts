/** What prometheus-nats-exporter says of the server. */
export const SERVER = { server_id: 'nats-0' };

/** The stream of everything that is uploaded, as JetStream's series name it. */
export const UPLOADS = {
  account: 'MEDIA',
  account_id: 'MEDIA',
  account_name: 'MEDIA',
  is_meta_leader: 'true',
  is_stream_leader: 'true',
  server_id: 'nats-0',
  server_name: 'nats-0',
  stream_leader: 'nats-0',
  stream_name: 'UPLOADS',
};

/** Mean messages that are written to it per second. */
export const ARRIVALS = 900;

/** Bytes of a message. */
export const MESSAGE = 420;

/** How many messages the stream keeps: those of the last hour. */
export function keptMessages(traffic: number): number {
  return 3_600 * ARRIVALS * traffic;
}
