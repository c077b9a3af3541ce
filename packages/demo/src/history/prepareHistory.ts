import { createHash } from 'node:crypto';
import {
  cp,
  link,
  mkdir,
  readFile,
  readdir,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { IncidentTimeline, Incident } from '../incidents';
import { Simulation, SimulationState } from '../model';
import { PACKAGE_DIRECTORY } from '../packageDirectory';
import { createBlocks } from './createBlocks';
import { pastIncidents } from './pastIncidents';
import {
  HistoryChunk,
  LAST_HOURS,
  planHistory,
  planTopUp,
} from './planHistory';
import { writeOpenMetrics } from './writeOpenMetrics';

/** After a day the cached part is made anew; until then only what came since is added. */
const CACHED_FOR = 86_400;
const MINUTE = 60;

interface CachedHistory {
  /** Changes with the code of the simulation. */
  version: string;
  incidents: Incident[];
  state: SimulationState;
}

/** Where the simulation stands at the end of history. */
export interface PreparedHistory {
  simulation: Simulation;
  incidents: IncidentTimeline;
  /** Whether 30 days were simulated, or taken from the last time. */
  isNew: boolean;
}

/** Tells one version of the simulation from another, so that its history is never mixed up. */
async function modelVersion(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of ['model', 'metrics', 'history']) {
    const folder = join(PACKAGE_DIRECTORY, 'src', name);
    const files = (await readdir(folder, { recursive: true })).filter(file =>
      file.endsWith('.ts'),
    );
    for (const file of files.sort()) {
      hash.update(file).update(await readFile(join(folder, file)));
    }
  }
  return hash.digest('hex');
}

/** Simulates and converts at the same time: promtool works on one chunk while the next is written. */
async function simulate(
  simulation: Simulation,
  chunks: HistoryChunk[],
  promtool: string,
  directory: string,
): Promise<void> {
  const conversions: Promise<void>[] = [];
  for (const chunk of chunks) {
    const file = join(directory, `history-${chunk.start}.txt`);
    await writeOpenMetrics(simulation, chunk, file);
    const conversion = createBlocks(promtool, file, directory);
    // Told at the end: nobody waits for it while the next chunk is written.
    conversion.catch(() => {});
    conversions.push(conversion);
  }
  await Promise.all(conversions);
}

async function readCache(
  directory: string,
  version: string,
  end: number,
): Promise<CachedHistory | undefined> {
  try {
    const cached: CachedHistory = JSON.parse(
      await readFile(join(directory, 'history.json'), 'utf8'),
    );
    const age = end - cached.state.time;
    return cached.version === version && age >= 0 && age < CACHED_FOR
      ? cached
      : undefined;
  } catch {
    // Absent or half-written: made anew.
    return undefined;
  }
}

async function createCache(
  directory: string,
  version: string,
  end: number,
  promtool: string,
): Promise<CachedHistory> {
  const unfinished = `${directory}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const chunks = planHistory(end);
  const incidents = pastIncidents(end);
  const simulation = Simulation.create(
    chunks[0].start,
    new IncidentTimeline(incidents),
  );
  await simulate(simulation, chunks, promtool, unfinished);
  const cached = { version, incidents, state: simulation.save() };
  await writeFile(join(unfinished, 'history.json'), JSON.stringify(cached));
  await rm(directory, { recursive: true, force: true });
  await rename(unfinished, directory);
  return cached;
}

/** Blocks are never written to: links are as good as copies, and free. */
async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      await linkTree(source, target);
    } else {
      await link(source, target).catch(() => cp(source, target));
    }
  }
}

/**
 * Fills an empty data directory of Prometheus with 30 days of history up to this second.
 *
 * @param options - `cacheDirectory` keeps history for the next start; `now` tells Unix seconds
 * @returns the simulation, to go on from where history ends
 */
export async function prepareHistory(options: {
  cacheDirectory: string;
  dataDirectory: string;
  promtool: string;
  now: () => number;
}): Promise<PreparedHistory> {
  const { cacheDirectory, dataDirectory, promtool, now } = options;
  const end = Math.floor((now() - LAST_HOURS) / MINUTE) * MINUTE;
  const version = await modelVersion();
  const found = await readCache(cacheDirectory, version, end);
  const cached =
    found ?? (await createCache(cacheDirectory, version, end, promtool));

  await mkdir(dataDirectory, { recursive: true });
  for (const entry of await readdir(cacheDirectory, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      await linkTree(
        join(cacheDirectory, entry.name),
        join(dataDirectory, entry.name),
      );
    }
  }
  const incidents = new IncidentTimeline(cached.incidents);
  const simulation = Simulation.restore(cached.state, incidents);
  const start = Math.floor(simulation.time / MINUTE + 1) * MINUTE;
  // Asked again: the simulation of 30 days took its time.
  const missing = planTopUp(start, Math.floor(now()) + 1);
  await simulate(simulation, missing, promtool, dataDirectory);
  return { simulation, incidents, isNew: !found };
}
