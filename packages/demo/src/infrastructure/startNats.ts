import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect } from '@nats-io/transport-node';
import { freePort } from '../config';
import { findProgram, startServer } from '../servers';
import { NatsLoad } from './NatsLoad';
import { readNatsPage } from './readNatsPage';
import { Started } from './Started';
import { PartOptions, RealPart } from './types';

/** Seconds: while history is simulated, this thread may be busy for a while. */
const PATIENCE = 60;

/** Starts NATS with JetStream, a bridge to its monitoring endpoints, and a load. */
export async function startNats(options: PartOptions): Promise<RealPart> {
  const { directory, logDirectory, isTroubled } = options;
  await mkdir(directory, { mode: 0o700 });
  const port = await freePort();
  const monitoring = await freePort();
  const at = `http://127.0.0.1:${monitoring}`;
  const password = randomBytes(16).toString('hex');
  const configFile = join(directory, 'nats.conf');
  await writeFile(
    configFile,
    JSON.stringify({
      server_name: 'nats-0',
      listen: `127.0.0.1:${port}`,
      http: `127.0.0.1:${monitoring}`,
      jetstream: {
        store_dir: directory,
        max_memory_store: 67_108_864,
        // Limits are those of history.
        max_file_store: 17_179_869_184,
      },
      authorization: { timeout: PATIENCE },
      accounts: {
        MEDIA: {
          jetstream: 'enabled',
          users: [{ user: 'media', password }],
        },
      },
    }),
    { mode: 0o600 },
  );

  const started = new Started();
  try {
    const server = await startServer({
      name: 'NATS',
      command: findProgram('nats-server'),
      args: ['--config', configFile],
      logFile: join(logDirectory, 'nats.log'),
      readyUrl: `${at}/healthz`,
    });
    started.add(() => server.stop());
    const connection = await connect({
      port,
      user: 'media',
      pass: password,
      name: 'media-platform',
      timeout: PATIENCE * 1_000,
    });
    started.add(() => connection.close());
    const load = await NatsLoad.start(connection, isTroubled);
    started.add(() => load.stop());

    return {
      page: () => readNatsPage(at),
      stop: () => started.stop(),
    };
  } catch (error) {
    await started.stop();
    throw error;
  }
}
