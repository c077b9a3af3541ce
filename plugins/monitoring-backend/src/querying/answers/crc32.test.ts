import fc from 'fast-check';
import { crc32 } from 'node:zlib';
import { crc32Shift, joinCrc32 } from './crc32';

describe('joinCrc32', () => {
  it('is the checksum of all texts in a row', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), parts => {
        const joined = parts.reduce(
          (crc, part) =>
            joinCrc32(crc, {
              crc: crc32(part),
              shift: crc32Shift(part.length),
            }),
          0,
        );
        expect(joined).toBe(crc32(Buffer.concat(parts)));
      }),
    );
  });

  it('knows of large texts', () => {
    const first = Buffer.alloc(3_000_001, 'a');
    const second = Buffer.alloc(5_000_003, 'b');
    expect(
      joinCrc32(crc32(first), {
        crc: crc32(second),
        shift: crc32Shift(second.length),
      }),
    ).toBe(crc32(Buffer.concat([first, second])));
  });
});
