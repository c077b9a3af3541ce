import { closeSync, openSync, writeSync } from 'node:fs';
import { SeriesName } from '../metrics';
import { SimulatedTarget, Simulation } from '../model';
import { HistoryChunk } from './planHistory';

/** Characters that are collected before they are written. */
const BUFFERED = 4_000_000;

/**
 * `name{label="value",…} `, with the labels that a scrape adds where the page does not carry them.
 */
function prefix(
  { name, labels }: SeriesName,
  { job, instance, name: service }: SimulatedTarget,
): string {
  const all = { job, instance, service, ...labels };
  const pairs = Object.entries(all).map(
    ([label, value]) => `${label}=${JSON.stringify(value)}`,
  );
  return `${name}{${pairs.join(',')}} `;
}

/**
 * Moves the simulation through the chunk and writes what Prometheus would have scraped. No TYPE
 * lines: blocks hold none, and real exporters name counters without `_total`, which OpenMetrics
 * would not have.
 */
export function writeOpenMetrics(
  simulation: Simulation,
  chunk: HistoryChunk,
  path: string,
): void {
  const file = openSync(path, 'w');
  const pages = simulation.targets.map(target => ({
    up: prefix({ name: 'up', labels: {} }, target),
    families: target.families.map(family => ({
      family,
      prefixes: family.series.map(series => prefix(series, target)),
    })),
  }));
  try {
    let text = '';
    for (let time = chunk.start; time < chunk.end; time += chunk.step) {
      simulation.advance(time);
      for (const { up, families } of pages) {
        text += `${up}1 ${time}\n`;
        for (const { family, prefixes } of families) {
          const values = family.read();
          for (let index = 0; index < values.length; index += 1) {
            text += `${prefixes[index]}${values[index]} ${time}\n`;
          }
        }
      }
      if (text.length > BUFFERED) {
        writeSync(file, text);
        text = '';
      }
    }
    writeSync(file, `${text}# EOF\n`);
  } finally {
    closeSync(file);
  }
}
