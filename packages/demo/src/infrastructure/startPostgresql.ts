import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { freePort } from '../config';
import { findProgram, startProcess, startServer } from '../servers';
import { PostgresqlLoad } from './PostgresqlLoad';
import { readPage } from './readPage';
import { Started } from './Started';
import { PartOptions, RealPart } from './types';
import { unprivilegedUser } from './unprivilegedUser';
import { untilSucceeds } from './untilSucceeds';

const run = promisify(execFile);
/** Where Debian keeps the programs of each major version. */
const DEBIAN = '/usr/lib/postgresql';
const SETTINGS = {
  listen_addresses: '',
  max_connections: '100',
  shared_buffers: '4MB',
  fsync: 'off',
  synchronous_commit: 'off',
  max_wal_size: '64MB',
  min_wal_size: '32MB',
};
/** The label of the exporter up to 0.11; history has it too. */
const SERVER = 'server="postgresql-0:5432"';

function postgresqlProgram(name: string): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const found = versions
    .sort((a, b) => Number(b) - Number(a))
    .map(version => join(DEBIAN, version, 'bin', name))
    .find(path => existsSync(path));
  return found ?? findProgram(name);
}

async function createDatabases(host: string): Promise<void> {
  const client = new Client({ host, user: 'postgres', database: 'postgres' });
  await client.connect();
  try {
    await client.query('CREATE ROLE media_platform LOGIN');
    // The same numbers as in history, so that its series go on.
    for (const [name, oid] of Object.entries({ media: 16384, auth: 16385 })) {
      await client.query(
        `CREATE DATABASE ${name} OWNER media_platform OID ${oid} STRATEGY file_copy`,
      );
    }
  } finally {
    await client.end();
  }
}

/** Starts PostgreSQL, postgres_exporter and a load. */
export async function startPostgresql(options: PartOptions): Promise<RealPart> {
  const { directory, logDirectory, isTroubled } = options;
  const exporter = findProgram(
    'prometheus-postgres-exporter',
    'postgres_exporter',
  );
  const initdb = postgresqlProgram('initdb');
  const user = unprivilegedUser();
  await mkdir(directory, { mode: 0o700 });
  if (user) {
    await chown(directory, user.uid, user.gid);
  }
  const data = join(directory, 'data');
  await run(
    initdb,
    [
      ...['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C'],
      ...['--auth=trust', '--no-sync', '--no-instructions'],
    ],
    { ...user, cwd: '/' },
  );

  const started = new Started();
  try {
    const server = startProcess({
      name: 'PostgreSQL',
      command: postgresqlProgram('postgres'),
      args: [
        ...['-D', data, '-k', directory],
        ...Object.entries(SETTINGS).flatMap(([name, value]) => [
          '-c',
          `${name}=${value}`,
        ]),
      ],
      logFile: join(logDirectory, 'postgresql.log'),
      user,
      // Its data are thrown away: no checkpoint at the end.
      stopSignal: 'SIGQUIT',
    });
    started.add(() => server.stop());
    await untilSucceeds(server, () => createDatabases(directory));
    const load = await PostgresqlLoad.start(directory, isTroubled);
    started.add(() => load.stop());

    const port = await freePort();
    const exporting = await startServer({
      name: 'postgres_exporter',
      command: exporter,
      args: [
        `--web.listen-address=127.0.0.1:${port}`,
        '--auto-discover-databases',
        '--log.level=warn',
      ],
      env: {
        DATA_SOURCE_NAME: `host=${directory} user=postgres dbname=postgres sslmode=disable`,
      },
      logFile: join(logDirectory, 'postgres_exporter.log'),
      readyUrl: `http://127.0.0.1:${port}/`,
    });
    started.add(() => exporting.stop());
    return {
      page: async () =>
        (await readPage(port)).replace(/server="[^"]*"/g, SERVER),
      stop: () => started.stop(),
    };
  } catch (error) {
    await started.stop();
    throw error;
  }
}
