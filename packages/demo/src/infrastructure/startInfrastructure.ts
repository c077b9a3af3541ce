import { join } from 'node:path';
import { IncidentName } from '../incidents';
import { privateDirectory } from './privateDirectory';
import { startNats } from './startNats';
import { startPostgresql } from './startPostgresql';
import { startRedis } from './startRedis';
import { PartOptions, PartState, RealPart, RealPartName } from './types';

const PARTS: Record<
  RealPartName,
  {
    start: (options: PartOptions) => Promise<RealPart>;
    incident: IncidentName;
  }
> = {
  postgresql: { start: startPostgresql, incident: 'pool-exhaustion' },
  redis: { start: startRedis, incident: 'redis-memory' },
  nats: { start: startNats, incident: 'consumer-lag' },
};

/** The real servers of the demo. */
export interface Infrastructure {
  /** What is real, and what had to be simulated and why. */
  states: Record<RealPartName, PartState>;
  /** The page of a real part; undefined when it is simulated. */
  page(name: string): Promise<string> | undefined;
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL, Redis and NATS side by side. What cannot be had or does not start is left to
 * the simulation: this never fails.
 */
export async function startInfrastructure(options: {
  /** The demo's. */
  directory: string;
  isActive: (incident: IncidentName) => boolean;
  /** What is wanted; the rest is simulated. Default: all. */
  wanted?: readonly RealPartName[];
}): Promise<Infrastructure> {
  const { directory, isActive } = options;
  const names = Object.keys(PARTS) as RealPartName[];
  const wanted = options.wanted ?? names;
  // Asked for by each part, so that its failure is theirs.
  const home = privateDirectory(directory);
  home.catch(() => {});
  const parts = new Map<string, RealPart>();
  const states = {} as Record<RealPartName, PartState>;
  await Promise.all(
    names.map(async name => {
      if (!wanted.includes(name)) {
        states[name] = { kind: 'simulated', reason: 'it was not asked for' };
        return;
      }
      const { start, incident } = PARTS[name];
      try {
        const part = await start({
          directory: join((await home).path, name),
          logDirectory: join(directory, 'logs'),
          isTroubled: () => isActive(incident),
        });
        parts.set(name, part);
        states[name] = { kind: 'real' };
      } catch (error) {
        states[name] = {
          kind: 'simulated',
          reason: error instanceof Error ? error.message : String(error),
        };
      }
    }),
  );
  return {
    states,
    page: name => parts.get(name)?.page(),
    async stop() {
      await Promise.all([...parts.values()].map(part => part.stop()));
      await home.then(
        created => created.remove(),
        () => {},
      );
    },
  };
}
