import fc from 'fast-check';
import { gunzipSync, inflateRawSync, constants } from 'node:zlib';
import { createPanelLine, PanelLine } from '../querying';
import { joinLines } from './joinLines';

function aLine(panelId: number, values: number[]): Promise<PanelLine> {
  return createPanelLine({
    panelId,
    frames: [
      {
        refId: 'A',
        expression: 'up',
        times: values.map((_, index) => index),
        series: [{ labels: {}, values }],
      },
    ],
  });
}

function join(lines: PanelLine[], isGzipped: boolean): Buffer {
  const joiner = joinLines(isGzipped);
  return Buffer.concat([
    ...lines.flatMap(line => joiner.add(line)),
    ...joiner.end(),
  ]);
}

describe('joinLines', () => {
  it('makes one gzip stream of lines that were compressed one by one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.integer(), { maxLength: 300 }), { maxLength: 5 }),
        async answers => {
          const lines = await Promise.all(
            answers.map((values, index) => aLine(index, values)),
          );
          // Throws unless checksum and length are right.
          expect(gunzipSync(join(lines, true))).toEqual(join(lines, false));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('compresses what is large, too', async () => {
    const values = Array.from({ length: 20_000 }, (_, index) => index % 77);
    const lines = [await aLine(1, values), await aLine(2, values)];
    const gzipped = join(lines, true);
    expect(gzipped.length).toBeLessThan(join(lines, false).length / 3);
    expect(gunzipSync(gzipped)).toEqual(join(lines, false));
  });

  it('lets a line be read before the next is there', async () => {
    const { bytes, deflated } = await aLine(1, Array(500).fill(3));
    const read = inflateRawSync(deflated, {
      finishFlush: constants.Z_SYNC_FLUSH,
    });
    expect(read).toEqual(bytes);
  });
});
