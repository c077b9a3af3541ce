import { promisify } from 'node:util';
import { constants, deflateRaw, deflateRawSync } from 'node:zlib';

/**
 * The next level takes three times as long for a tenth less; a level less is hardly faster and
 * takes half as much again where figures resemble each other.
 */
const LEVEL = 4;
const OPTIONS = { level: LEVEL, finishFlush: constants.Z_SYNC_FLUSH };

/** Below this, compressing costs more than it saves, in bytes. */
const TOO_SMALL = 256;

/** From here on it takes longer than to leave it to another thread, in bytes. */
const LARGE = 32 * 1_024;

const deflate = promisify<Buffer, typeof OPTIONS, Buffer>(deflateRaw);

/** Blocks of raw DEFLATE that end at a byte and can be followed by others. */
export async function deflateLine(bytes: Buffer): Promise<Buffer> {
  if (bytes.length < TOO_SMALL) {
    return stored(bytes);
  }
  return bytes.length < LARGE
    ? deflateRawSync(bytes, OPTIONS)
    : await deflate(bytes, OPTIONS);
}

/** A block that is not compressed: its length, the complement of that, and the bytes. */
function stored(bytes: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(bytes.length, 1);
  head.writeUInt16LE(0xffff - bytes.length, 3);
  return Buffer.concat([head, bytes]);
}
