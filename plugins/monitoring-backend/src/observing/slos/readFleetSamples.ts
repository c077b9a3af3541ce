import {
  EventKind,
  parseDuration,
  Slo,
  sloFleetQueries,
  SloSummedQueries,
  sloSummedQueries,
} from '@sightline/backstage-plugin-monitoring-common';
import { PrometheusClient, PrometheusSample } from '../../sources';
import { FleetSamples, SliFigures } from './FleetSamples';
import { readSamples } from './readSamples';

interface ReadOptions {
  /** Unix seconds. */
  time: number;
  signal?: AbortSignal;
}

/** What a recorded series is, from its name. */
type RecordedSeries =
  | { of: 'burn'; kind: EventKind; window: number }
  | { of: 'window'; field: EventKind | 'hours' }
  | { of: 'share'; window: number };

function describeSeries(name: string): RecordedSeries | undefined {
  const [, sort, suffix] = name.split(':');
  const kind = sort?.replace(/^sli_/, '');
  if (suffix === 'window' && isField(kind)) {
    return { of: 'window', field: kind };
  }
  const [, what, length] = /^(increase|share)(.+)$/.exec(suffix ?? '') ?? [];
  const window = length ? parseDuration(length) : undefined;
  if (window === undefined) {
    return undefined;
  }
  if (what === 'share') {
    return { of: 'share', window };
  }
  return kind === 'bad' || kind === 'total'
    ? { of: 'burn', kind, window }
    : undefined;
}

function isField(kind: string | undefined): kind is EventKind | 'hours' {
  return kind === 'bad' || kind === 'total' || kind === 'hours';
}

/** Puts samples where they belong; there are many of few names. */
function addAll(fleet: FleetSamples, samples: PrometheusSample[]): void {
  const known = new Map<string, RecordedSeries | undefined>();
  for (const { labels, value } of samples) {
    const name = labels.__name__ ?? '';
    if (!known.has(name)) {
      known.set(name, describeSeries(name));
    }
    const series = known.get(name);
    if (series) {
      add(fleet, series, labels, value);
    }
  }
}

function add(
  fleet: FleetSamples,
  series: RecordedSeries,
  labels: Record<string, string>,
  value: number,
): void {
  const figures = fleet.figures(labels);
  switch (series.of) {
    case 'burn':
      (figures.burn[series.window] ??= {})[series.kind] = value;
      break;
    case 'window':
      addToWindow(figures, series.field, labels, value);
      break;
    default:
      (figures.shares ??= new Map()).set(series.window, value);
  }
}

function addToWindow(
  { windows }: SliFigures,
  field: EventKind | 'hours',
  labels: Record<string, string>,
  value: number,
): void {
  const known = windows.get(labels.window);
  if (known) {
    known[field] = value;
  } else {
    windows.set(labels.window, { [field]: value });
  }
}

/** Reads what is recorded of all given SLOs: three queries, whatever their number. */
export async function readFleetSamples(
  client: PrometheusClient,
  slos: Slo[],
  { time, signal }: ReadOptions,
): Promise<FleetSamples> {
  const { burn, window } = sloFleetQueries(slos);
  const answers = await Promise.all(
    [burn.bad, burn.total, window].map(query =>
      readSamples(client, query, { time, signal }),
    ),
  );
  const fleet = new FleetSamples(time);
  answers.forEach(samples => addAll(fleet, samples));
  return fleet;
}

/**
 * Reads the SLO windows of given SLOs as sums of recorded hours: three queries more, for SLOs whose
 * rules do not record windows, or do not yet.
 */
export async function readSummedWindows(
  client: PrometheusClient,
  slos: Slo[],
  { time, signal }: ReadOptions,
): Promise<FleetSamples> {
  const summed = sloSummedQueries(slos, time);
  const fleet = new FleetSamples(time);
  const read = async (field: keyof SloSummedQueries) => {
    const samples = await readSamples(client, summed[field], { time, signal });
    for (const { labels, value } of samples) {
      addToWindow(fleet.figures(labels), field, labels, value);
    }
  };
  await Promise.all([read('bad'), read('total'), read('hours')]);
  return fleet;
}
