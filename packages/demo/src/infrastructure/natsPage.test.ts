import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../config';
import { natsPage } from './natsPage';
import { readNatsPage } from './readNatsPage';

/** Recorded: what NATS 2.9 answers, and what prometheus-nats-exporter 0.20 made of it moments before. */
const read = (name: string) =>
  readFileSync(join(__dirname, '__fixtures__/nats-exporter', name), 'utf8');

/** Samples without their values, and the lines with types. */
function withoutValues(page: string): string[] {
  return page
    .trim()
    .split('\n')
    .map(line => (line.startsWith('#') ? line : line.replace(/ \S+$/, '')))
    .sort();
}

function valuesOf(page: string, name: string): number[] {
  return page
    .split('\n')
    .filter(line => line.startsWith(`${name}{`))
    .map(line => Number(line.slice(line.lastIndexOf(' '))))
    .sort((a, b) => a - b);
}

describe('natsPage', () => {
  const recorded = read('page.prom');
  const page = natsPage(
    JSON.parse(read('varz.json')),
    JSON.parse(read('jsz.json')),
    { status: 'ok' },
  );

  it('has names, labels and types of the exporter, and no other', () => {
    expect(withoutValues(page)).toEqual(withoutValues(recorded));
  });

  it.each([
    'gnatsd_varz_max_connections',
    'gnatsd_varz_jetstream_config_max_storage',
    'gnatsd_healthz_status',
    'gnatsd_healthz_status_value',
    'jetstream_server_max_memory',
    'jetstream_server_total_streams',
    'jetstream_stream_consumer_count',
    'jetstream_stream_limit_bytes',
    'jetstream_stream_subject_count',
    'jetstream_consumer_num_ack_pending',
    'jetstream_consumer_num_redelivered',
  ])('has the value of the exporter for %s, which stood still', name => {
    expect(valuesOf(page, name).length).toBeGreaterThan(0);
    expect(valuesOf(page, name)).toEqual(valuesOf(recorded, name));
  });

  it('says that the server is not well', () => {
    const ill = natsPage(
      JSON.parse(read('varz.json')),
      JSON.parse(read('jsz.json')),
      { status: 'unavailable' },
    );
    expect(ill).toContain('gnatsd_healthz_status{server_id="nats-0"} 1\n');
    expect(ill).toContain(
      'gnatsd_healthz_status_value{server_id="nats-0",value="unavailable"} 1\n',
    );
  });

  it('is empty while the server does not answer, like that of the exporter', async () => {
    const port = await freePort();
    expect(await readNatsPage(`http://127.0.0.1:${port}`)).toBe('');
  });
});
