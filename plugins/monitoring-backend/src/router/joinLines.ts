import { joinCrc32, PanelLine } from '../querying';

/** Puts lines together as they come. */
export interface LineJoiner {
  /** What to send for a line. */
  add(line: PanelLine): Buffer[];
  /** What to send when there are no more. */
  end(): Buffer[];
}

/** Of gzip: DEFLATE, no name, no time, on an unknown system. */
const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** A last block without content. */
const LAST_BLOCK = Buffer.from([3, 0]);

/**
 * Joins lines to a text, or to one gzip stream of the blocks that each line was compressed to before.
 * One stream, not one for each line: Chromium ends at the first.
 */
export function joinLines(isGzipped: boolean): LineJoiner {
  return isGzipped
    ? joinBlocks()
    : { add: ({ bytes }) => [bytes], end: () => [] };
}

function joinBlocks(): LineJoiner {
  let isBegun = false;
  let crc = 0;
  let length = 0;
  const begin = () => {
    const head = isBegun ? [] : [HEAD];
    isBegun = true;
    return head;
  };
  return {
    add: line => {
      crc = joinCrc32(crc, line);
      length += line.bytes.length;
      return [...begin(), line.deflated];
    },
    end: () => {
      const trailer = Buffer.alloc(8);
      trailer.writeUInt32LE(crc, 0);
      // As gzip has it, modulo 2³².
      trailer.writeUInt32LE(length % 2 ** 32, 4);
      return [...begin(), Buffer.concat([LAST_BLOCK, trailer])];
    },
  };
}
