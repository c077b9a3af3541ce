import { nearestName } from '@sightline/backstage-plugin-monitoring-common';
import { PackContext } from '../packs';
import { MetricDialect } from './MetricDialect';

/**
 * A dialect, or why there is none, as a sentence for the author of the annotation.
 *
 * @public
 */
export type DialectChoice<T extends MetricDialect> =
  | { dialect: T; lack?: undefined }
  | { dialect?: undefined; lack: string };

function unknown(
  dialects: readonly MetricDialect[],
  wanted: string,
  subject: string,
): string {
  const ids = dialects.map(({ id }) => id);
  const nearest = nearestName(wanted, ids);
  return `There is no dialect '${wanted}' of ${subject}${
    nearest ? `; did you mean '${nearest}'` : ''
  }. There are: ${ids.join(
    ', ',
  )}. Without the option the dialect is found by looking`;
}

function notAsked(
  { name }: PackContext,
  subject: string,
  example: string,
): string {
  return `Which ${subject} ${name} has is not known: no Prometheus has answered yet. It is asked again by itself; to go on without asking, name the dialect: ${example}`;
}

function notFound(
  dialects: readonly MetricDialect[],
  { name, selector }: PackContext,
  subject: string,
  example: string,
): string {
  // Variants of one library, as 'OpenTelemetry Go, old conventions', are one for people.
  const looked = new Set(dialects.map(({ title }) => title.split(',')[0]));
  return `None of the series of ${name} (${selector}) are ${subject} of a known dialect. Looked for those of ${[
    ...looked,
  ].join(
    ', ',
  )}. Many libraries show them only after the first request: send one, see that ${name} is scraped and that monitoring/selector finds it, or name the dialect: ${example}`;
}

/**
 * The dialect that an entity speaks: the one that its annotation names, else the first of
 * `dialects` that its series answer to. Two that are there at once, as while a library migrates,
 * are never added up.
 *
 * @param dialects - the one to be preferred first
 * @param options - `pack` as it is written in the annotation; `subject` in the plural: `HTTP metrics`
 * @public
 */
export function chooseDialect<T extends MetricDialect>(
  dialects: readonly T[],
  context: PackContext,
  options: { pack: string; subject: string },
): DialectChoice<T> {
  const { pack, subject } = options;
  const wanted = context.options.dialect;
  if (wanted !== undefined) {
    const pinned = dialects.find(({ id }) => id === wanted);
    return pinned
      ? { dialect: pinned }
      : { lack: unknown(dialects, wanted, subject) };
  }
  const example = `${pack}(dialect=${dialects[0].id})`;
  if (!context.found) {
    return { lack: notAsked(context, subject, example) };
  }
  const found = dialects.find(({ id }) => context.found?.includes(id));
  return found
    ? { dialect: found }
    : { lack: notFound(dialects, context, subject, example) };
}
