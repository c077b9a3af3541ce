import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import Redis from 'ioredis';
import { freePort } from '../config';
import { findProgram, startProcess, startServer } from '../servers';
import { readPage } from './readPage';
import { RedisLoad } from './RedisLoad';
import { Started } from './Started';
import { PartOptions, RealPart } from './types';
import { untilSucceeds } from './untilSucceeds';

/** Starts Redis, redis_exporter and a load. */
export async function startRedis(options: PartOptions): Promise<RealPart> {
  const { directory, logDirectory, isTroubled } = options;
  const exporter = findProgram('prometheus-redis-exporter', 'redis_exporter');
  await mkdir(directory, { mode: 0o700 });
  const socket = join(directory, 'redis.sock');

  const started = new Started();
  try {
    const server = startProcess({
      name: 'Redis',
      command: findProgram('redis-server'),
      args: [
        ...['--port', '0', '--unixsocket', socket, '--dir', directory],
        // Limits are those of history.
        ...['--maxclients', '200'],
        ...['--maxmemory', '64mb', '--maxmemory-policy', 'allkeys-lru'],
        ...['--save', '', '--appendonly', 'no'],
      ],
      logFile: join(logDirectory, 'redis.log'),
    });
    started.add(() => server.stop());
    const client = new Redis({ path: socket, lazyConnect: true });
    client.on('error', () => {});
    started.add(() => client.disconnect());
    await untilSucceeds(server, () => client.ping());
    const load = await RedisLoad.start(client, isTroubled);
    started.add(() => load.stop());

    const port = await freePort();
    const exporting = await startServer({
      name: 'redis_exporter',
      command: exporter,
      args: [
        `-web.listen-address=127.0.0.1:${port}`,
        `-redis.addr=unix://${socket}`,
        '-include-system-metrics',
      ],
      logFile: join(logDirectory, 'redis_exporter.log'),
      readyUrl: `http://127.0.0.1:${port}/health`,
    });
    started.add(() => exporting.stop());
    return { page: () => readPage(port), stop: () => started.stop() };
  } catch (error) {
    await started.stop();
    throw error;
  }
}
