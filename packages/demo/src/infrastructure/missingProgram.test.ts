import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import { startInfrastructure } from './startInfrastructure';

/** A machine without NATS and without the exporter of PostgreSQL. */
jest.mock('../servers', () => {
  const servers = jest.requireActual('../servers');
  return {
    ...servers,
    findProgram(...names: string[]) {
      if (/nats-server|postgres_exporter/.test(names.join(' '))) {
        throw new NotFoundError(`${names.join(' or ')} is not installed`);
      }
      return servers.findProgram(...names);
    },
  };
});

describe('startInfrastructure on a machine that lacks programs', () => {
  const directory = mkdtempSync(join(tmpdir(), 'sightline-missing-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('leaves to the simulation what needs them, says which, and starts the rest', async () => {
    const infrastructure = await startInfrastructure({
      directory,
      isActive: () => false,
    });
    try {
      expect(infrastructure.states).toEqual({
        postgresql: {
          kind: 'simulated',
          reason:
            'prometheus-postgres-exporter or postgres_exporter is not installed',
        },
        redis: { kind: 'real' },
        nats: { kind: 'simulated', reason: 'nats-server is not installed' },
      });
      expect(infrastructure.page('nats')).toBeUndefined();
      expect(await infrastructure.page('redis')).toContain('redis_up 1\n');
    } finally {
      await infrastructure.stop();
    }
  });
});
