import {
  recordedName,
  recordedWindows,
  Slo,
  sloFleetQueries,
} from '@sightline/backstage-plugin-monitoring-common';
import { PrometheusClient } from '../../sources';
import { FleetSamples } from './FleetSamples';
import { readSamples } from './readSamples';

/** `window` and `kind` of every recorded series, by its name. */
function seriesByName(slos: Slo[]) {
  return new Map(
    (['bad', 'total'] as const).flatMap(kind =>
      recordedWindows(slos).map(
        window => [recordedName(kind, window), { kind, window }] as const,
      ),
    ),
  );
}

/** Reads what is recorded of all given SLOs: five queries, whatever their number. */
export async function readFleetSamples(
  client: PrometheusClient,
  slos: Slo[],
  options: { /** Unix seconds. */ time: number; signal?: AbortSignal },
): Promise<FleetSamples> {
  const { time, signal } = options;
  const queries = sloFleetQueries(
    slos.map(slo => slo.window),
    time,
  );
  const run = (query: string) => readSamples(client, query, { time, signal });
  const [burnBad, burnTotal, windowBad, windowTotal, hours] = await Promise.all(
    [
      queries.burn.bad,
      queries.burn.total,
      queries.window.bad,
      queries.window.total,
      queries.hours,
    ].map(run),
  );
  const fleet = new FleetSamples(time);
  const recorded = seriesByName(slos);
  for (const sample of [...burnBad, ...burnTotal]) {
    const series = recorded.get(sample.labels.__name__);
    if (series) {
      const { burn } = fleet.figures(sample.labels);
      (burn[series.window] ??= {})[series.kind] = sample.value;
    }
  }
  const perWindow = [
    ['bad', windowBad],
    ['total', windowTotal],
    ['hours', hours],
  ] as const;
  for (const [field, samples] of perWindow) {
    for (const sample of samples) {
      const { windows } = fleet.figures(sample.labels);
      const { window } = sample.labels;
      windows.set(window, {
        ...windows.get(window),
        [field]: sample.value,
      });
    }
  }
  return fleet;
}
