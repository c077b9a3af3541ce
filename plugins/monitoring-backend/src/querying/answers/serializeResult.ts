import { createHash } from 'node:crypto';
import { PanelQueryResult } from '@sightline/backstage-plugin-monitoring-common';

/** Characters of a tag: 132 bits. */
const TAG_LENGTH = 22;

/** A result as it is sent, and the tag of its data. */
export interface SerializedResult {
  /** JSON with a line break at its end. */
  text: string;
  /** Absent when the result is not to be relied on. */
  tag?: string;
}

/**
 * Writes a result as a line of JSON. Its data is by far the largest part, and is written once for
 * both the line and the tag. The tag is the same for the same data, however it was come by.
 */
export function serializeResult(result: PanelQueryResult): SerializedResult {
  const { frames, durationMs, answeredAt, ...rest } = result;
  const parts = frames.map(({ times, series, ...head }) => ({
    head,
    data: JSON.stringify({ times, series }),
  }));
  const tag = isReliable(result) ? tagOf(rest, parts) : undefined;
  const told = JSON.stringify({ ...rest, tag, durationMs, answeredAt });
  const written = parts.map(({ head, data }) =>
    joinObjects(JSON.stringify(head), data),
  );
  const text = joinObjects(told, `{"frames":[${written.join(',')}]}`);
  return { text: `${text}\n`, tag };
}

/** Whether the next one who asks may be given the same. */
function isReliable({ error, warnings, staleMs }: PanelQueryResult): boolean {
  return error === undefined && warnings === undefined && staleMs === undefined;
}

function tagOf(
  rest: object,
  parts: { head: { durationMs?: number; cache?: string }; data: string }[],
): string {
  const hash = createHash('sha256').update(JSON.stringify(rest));
  for (const { head, data } of parts) {
    const { durationMs, cache, ...about } = head;
    hash.update(JSON.stringify(about)).update(data);
  }
  return hash.digest('base64url').slice(0, TAG_LENGTH);
}

/** Two objects of JSON, neither of them empty, as one. */
function joinObjects(first: string, second: string): string {
  return `${first.slice(0, -1)},${second.slice(1)}`;
}
