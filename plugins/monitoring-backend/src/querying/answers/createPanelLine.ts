import { crc32 } from 'node:zlib';
import {
  PanelQueryResult,
  PanelUnchanged,
} from '@sightline/backstage-plugin-monitoring-common';
import { crc32Shift } from './crc32';
import { deflateLine } from './deflateLine';
import { PanelLine } from './PanelLine';
import { serializeResult } from './serializeResult';

/** The line of a result, written and compressed once for all who ask. */
export async function createPanelLine(
  result: PanelQueryResult,
): Promise<PanelLine> {
  const { text, tag } = serializeResult(result);
  return await lineOf(result, text, tag);
}

/** The short line for somebody who holds what a line would tell him. */
export async function createUnchangedLine(
  { panelId, key }: Pick<PanelLine, 'panelId' | 'key'>,
  tag: string,
): Promise<PanelLine> {
  const unchanged: PanelUnchanged = {
    panelId,
    ...(key !== undefined && { key }),
    unchanged: tag,
  };
  return await lineOf(unchanged, `${JSON.stringify(unchanged)}\n`, tag);
}

async function lineOf(
  { panelId, key }: Pick<PanelLine, 'panelId' | 'key'>,
  text: string,
  tag: string | undefined,
): Promise<PanelLine> {
  const bytes = Buffer.from(text);
  return {
    panelId,
    key,
    tag,
    bytes,
    deflated: await deflateLine(bytes),
    crc: crc32(bytes),
    shift: crc32Shift(bytes.length),
  };
}
