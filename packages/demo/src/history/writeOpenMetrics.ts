import { closeSync, openSync, writeSync } from 'node:fs';
import { setImmediate as others } from 'node:timers/promises';
import { SeriesName } from '../metrics';
import { SimulatedTarget, Simulation } from '../model';
import { HistoryChunk } from './planHistory';

/** Bytes that are collected before they are written. */
const BUFFERED = 1_048_576;
/** No line is longer. */
const LONGEST_LINE = 4_096;

/**
 * `name{label="value",…} `, with the labels that a scrape adds where the page does not carry them.
 */
function prefix(
  { name, labels }: SeriesName,
  { job, instance, name: service }: SimulatedTarget,
): Buffer {
  const all = { job, instance, service, ...labels };
  const pairs = Object.entries(all).map(
    ([label, value]) => `${label}=${JSON.stringify(value)}`,
  );
  return Buffer.from(`${name}{${pairs.join(',')}} `);
}

/**
 * Moves the simulation through the chunk and writes what Prometheus would have scraped. No TYPE
 * lines: blocks hold none, and real exporters name counters without `_total`, which OpenMetrics
 * would not have. Whoever else has something to do in this thread may do it in between.
 */
export async function writeOpenMetrics(
  simulation: Simulation,
  chunk: HistoryChunk,
  path: string,
): Promise<void> {
  const file = openSync(path, 'w');
  const pages = simulation.targets.map(target => ({
    up: prefix({ name: 'up', labels: {} }, target),
    families: target.families.map(family => ({
      family,
      prefixes: family.series.map(series => prefix(series, target)),
    })),
  }));
  // Strings that are added up line by line cost several times as much.
  const buffer = Buffer.allocUnsafe(BUFFERED + LONGEST_LINE);
  let length = 0;
  let hasWritten = false;
  const write = (series: Buffer, valueAndTime: string) => {
    buffer.set(series, length);
    length += series.length;
    length += buffer.write(valueAndTime, length, 'latin1');
    if (length > BUFFERED) {
      writeSync(file, buffer, 0, length);
      length = 0;
      hasWritten = true;
    }
  };
  try {
    for (let time = chunk.start; time < chunk.end; time += chunk.step) {
      simulation.advance(time);
      const end = ` ${time}\n`;
      for (const { up, families } of pages) {
        write(up, `1${end}`);
        for (const { family, prefixes } of families) {
          const values = family.read();
          for (let index = 0; index < values.length; index += 1) {
            write(prefixes[index], `${values[index]}${end}`);
          }
        }
      }
      if (hasWritten) {
        hasWritten = false;
        await others();
      }
    }
    writeSync(file, buffer, 0, length);
    writeSync(file, '# EOF\n');
  } finally {
    closeSync(file);
  }
}
