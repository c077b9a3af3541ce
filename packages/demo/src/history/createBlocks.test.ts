import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IncidentTimeline } from '../incidents';
import { Simulation } from '../model';
import { findProgram } from '../servers';
import { createBlocks } from './createBlocks';
import { writeOpenMetrics } from './writeOpenMetrics';

const START = 1_795_546_800;

describe('history', () => {
  const directory = mkdtempSync(join(tmpdir(), 'sightline-history-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const write = async (name: string) => {
    const simulation = Simulation.create(START, new IncidentTimeline());
    const file = join(directory, name);
    await writeOpenMetrics(
      simulation,
      { start: START, end: START + 600, step: 60 },
      file,
    );
    return { simulation, file };
  };

  it('ends where the simulation goes on', async () => {
    const { simulation } = await write('ends.txt');
    expect(simulation.time).toBe(START + 540);
  });

  it('is taken by promtool with the labels that a scrape adds', async () => {
    const { file } = await write('blocks.txt');
    expect(readFileSync(file, 'utf8')).toContain(
      `up{job="ingestor",instance="ingestor-0",service="ingestor"} 1 ${START}\n`,
    );
    const blocks = join(directory, 'blocks');
    await createBlocks(findProgram('promtool'), file, blocks);
    expect(existsSync(file)).toBe(false);
    const [block] = readdirSync(blocks);
    const { minTime, maxTime, stats } = JSON.parse(
      readFileSync(join(blocks, block, 'meta.json'), 'utf8'),
    );
    expect([minTime, maxTime]).toEqual([
      START * 1000,
      (START + 540) * 1000 + 1,
    ]);
    expect(stats.numSamples).toBe(10 * stats.numSeries);
  });

  it('that promtool refuses is refused in its words', async () => {
    const absent = join(directory, 'absent.txt');
    await expect(
      createBlocks(findProgram('promtool'), absent, directory),
    ).rejects.toThrow(/promtool could not make history.*absent\.txt/s);
  });
});
