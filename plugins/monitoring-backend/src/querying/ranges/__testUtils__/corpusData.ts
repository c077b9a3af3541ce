import { SeededRandom } from './SeededRandom';

/** Samples are that far apart, in seconds. */
const INTERVAL = 30;

/** A metric, and which values its labels have. */
interface Metric {
  name: string;
  labels: Map<string, Set<string>>;
}

const NO_METRICS = new Set(
  `and or unless by without on ignoring group_left group_right bool offset start end inf nan
  sum min max avg count group stddev stdvar quantile topk bottomk count_values`.split(
    /\s+/,
  ),
);

/** Metrics that expressions read, with the labels that they speak of. */
export function metricsOf(expressions: string[]): Metric[] {
  const metrics = new Map<string, Metric>();
  for (const expression of expressions) {
    const grouped = [
      ...expression.matchAll(/\b(?:by|on|without|ignoring)\s*\(([^)]*)\)/g),
    ].flatMap(([, names]) => names.split(',').map(name => name.trim()));
    const bare = expression
      .replace(/"(\\.|[^"\\])*"/g, '""')
      .replace(
        /\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g,
        ' ',
      )
      .replace(/\[[^\]]*\]/g, ' ')
      .replace(/\{[^}]*\}/g, ' ');
    for (const [name] of bare.matchAll(/[a-zA-Z_:][\w:]*(?!\s*\(|[\w:])/g)) {
      if (!NO_METRICS.has(name.toLowerCase()) && !/^\d/.test(name)) {
        const metric = metrics.get(name) ?? { name, labels: new Map() };
        metrics.set(name, metric);
        grouped.forEach(label => addValue(metric, label));
        matchersOf(expression, name).forEach(([label, value]) =>
          addValue(metric, label, value),
        );
      }
    }
  }
  return [...metrics.values()];
}

function matchersOf(expression: string, name: string): [string, string?][] {
  const selectors = expression.matchAll(
    new RegExp(`(?<![\\w:])${name}\\s*\\{([^}]*)\\}`, 'g'),
  );
  return [...selectors].flatMap(([, inside]) =>
    [...inside.matchAll(/(\w+)\s*(=~|!=|!~|=)\s*"([^"\\]*)"/g)].map(
      ([, label, operator, value]): [string, string?] =>
        operator === '=' ? [label, value] : [label],
    ),
  );
}

function addValue({ labels }: Metric, label: string, value?: string): void {
  if (/^[a-zA-Z_]\w*$/.test(label) && !['le', '__name__'].includes(label)) {
    const values = labels.get(label) ?? new Set();
    labels.set(label, value ? values.add(value) : values);
  }
}

/**
 * Samples of the metrics: counters that start anew, gauges with gaps and odd values, series that come
 * and go, buckets of histograms.
 *
 * @param range - in Unix seconds
 * @returns in the format of OpenMetrics
 */
export function corpusData(
  metrics: Metric[],
  range: { start: number; end: number },
  random: SeededRandom,
): string {
  const lines: string[] = [];
  for (const metric of metrics) {
    const count = random.between(2, 3);
    for (let index = 1; index <= count; index += 1) {
      const labels = labelsOf(metric, index);
      const levels = metric.name.endsWith('_bucket')
        ? ['0.1', '1', '+Inf']
        : [undefined];
      writeSeries(metric.name, labels, levels, range, random, lines);
    }
  }
  return [...lines, '# EOF', ''].join('\n');
}

function labelsOf({ labels }: Metric, index: number): string {
  const pairs = new Map([
    ['instance', `i${index}`],
    ['job', 'a'],
    ['mode', `v${index}`],
  ]);
  labels.forEach((values, label) => {
    const known = [...values];
    pairs.set(label, known[index % (known.length + 1)] ?? `v${index}`);
  });
  // Two series of one metric are never the same.
  pairs.set('number', String(index));
  return [...pairs].map(([name, value]) => `${name}="${value}"`).join(',');
}

function writeSeries(
  name: string,
  labels: string,
  levels: (string | undefined)[],
  { start, end }: { start: number; end: number },
  random: SeededRandom,
  lines: string[],
): void {
  const isCounter = /_(total|count|sum|bucket)$/.test(name);
  const comes = random.next() < 0.3;
  const from = comes ? random.between(start, end) : start;
  const to = comes ? random.between(from, end) : end;
  const values = levels.map(() => random.between(0, 1_000));
  let silentUntil = start;
  for (let time = start; time < end; time += INTERVAL) {
    const grows = random.next() * 10;
    if (random.next() < 0.005) {
      silentUntil = time + random.between(1, 20) * INTERVAL;
    }
    if (isCounter && random.next() < 0.003) {
      values.fill(0);
    }
    const isThere = time >= from && time <= to && time >= silentUntil;
    for (const [index, level] of levels.entries()) {
      values[index] += isCounter ? grows * (index + 1) : grows - 5;
      if (isThere) {
        const le = level ? `,le="${level}"` : '';
        const value = isCounter ? values[index] : oddOr(values[index], random);
        lines.push(`${name}{${labels}${le}} ${value} ${time}`);
      }
    }
  }
}

function oddOr(value: number, random: SeededRandom): number | string {
  return random.next() < 0.01
    ? random.pick(['NaN', '+Inf', '-Inf', '-0', '1e-300', '1e300'])
    : value;
}
