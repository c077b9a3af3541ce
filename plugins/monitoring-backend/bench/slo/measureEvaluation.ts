import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { generateSloRules } from '@sightline/backstage-plugin-monitoring-common';
import { TestPrometheus } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { Report } from '../lib/Report';
import { SampleFile } from './SampleFile';
import { sloFleet } from './sloFleet';

/** Services whose past is there; the figures are told for ten times as many. */
const SERVICES = 100;
const SCALE = 1_000 / SERVICES;

/** Every group is to be evaluated once, in seconds. */
const PATIENCE = 180;

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/** Raw series of the last hours, as 1,000 services would be scraped each minute. */
async function addRaw(file: SampleFile, now: number): Promise<void> {
  const series = [
    ['http_requests_total', 'code="200"', 100],
    ['http_requests_total', 'code="500"', 0.05],
    ['http_request_duration_seconds_count', '', 100],
    ['http_request_duration_seconds_bucket', 'le="0.1"', 80],
    ['http_request_duration_seconds_bucket', 'le="0.5"', 98],
    ['http_request_duration_seconds_bucket', 'le="1"', 99],
    ['http_request_duration_seconds_bucket', 'le="+Inf"', 100],
  ] as const;
  let metric = '';
  for (const [name, labels, perMinute] of series) {
    if (name !== metric) {
      metric = name;
      file.metric(name);
    }
    for (let service = 0; service < SERVICES; service += 1) {
      const text = `${name}{service="service-${service}"${
        labels && `,${labels}`
      }}`;
      for (let ago = 180; ago >= 0; ago -= 1) {
        await file.add(text, (1_000 - ago) * perMinute, now - ago * MINUTE);
      }
    }
  }
}

/** What the rules have recorded: the 5-minute pair of three days, the hours of thirty. */
async function addRecorded(file: SampleFile, now: number): Promise<void> {
  for (const [suffix, step, seconds, scale] of [
    ['increase5m', MINUTE, 3 * DAY, 5],
    ['hour', 5 * MINUTE, 30 * DAY, 60],
  ] as const) {
    for (const [kind, perMinute] of [
      ['bad', 0.05],
      ['total', 100],
    ] as const) {
      const name = `sightline:sli_${kind}:${suffix}`;
      file.metric(name);
      for (const sli of ['http:availability', 'http:latency:0.5s']) {
        for (let service = 0; service < SERVICES; service += 1) {
          const text = `${name}{entity="component:default/service-${service}",sli="${sli}"}`;
          for (let ago = seconds; ago >= 0; ago -= step) {
            await file.add(text, perMinute * scale, now - ago);
          }
        }
      }
    }
  }
}

/** How long a real Prometheus takes to evaluate the rules of 1,000 services of two SLOs. */
export async function measureEvaluation(
  report: Report,
  directory: string,
): Promise<void> {
  mkdirSync(directory, { recursive: true });
  const now = Math.floor(Date.now() / 1_000);
  const samples = SampleFile.create(path.join(directory, 'samples.txt'));
  await addRaw(samples, now);
  await addRecorded(samples, now - (now % (HOUR / 12)));
  const prometheus = await TestPrometheus.start({
    openMetrics: { file: await samples.close() },
    // Every group each minute, so that all are measured soon.
    ruleGroups: generateSloRules(sloFleet(SERVICES)).map(({ name, rules }) => ({
      name,
      rules,
    })),
    evaluationInterval: '1m',
    patience: PATIENCE,
  });
  try {
    const groups = await prometheus.evaluatedGroups();
    const failed = groups.flatMap(({ rules }) =>
      rules.flatMap(({ name, lastError }) =>
        lastError ? [`${name}: ${lastError}`] : [],
      ),
    );
    failed.forEach(message => process.stdout.write(`evaluation: ${message}\n`));
    const time = (matches: (name: string) => boolean) =>
      groups
        .filter(({ name }) => matches(name))
        .reduce((sum, { evaluationTime }) => sum + evaluationTime, 0) * SCALE;
    const isWindow = (name: string) => name.includes(':window');
    report.add('evaluation: rules that failed', failed.length, '', 0);
    report.add(
      'evaluation: 1,000 services, each minute',
      time(name => !isWindow(name)),
      's',
      15,
    );
    report.add(
      'evaluation: 1,000 services, each 5 minutes',
      time(isWindow),
      's',
      30,
    );
  } finally {
    await prometheus.stop();
  }
}
