import { Extent, KeptSeries } from './extents';

/** Written first, so that what another version wrote is not read. */
const VERSION = 1;
const HEADER_LENGTH = 4;

interface Header {
  version: number;
  key: string;
  extents: {
    start: number;
    end: number;
    fetchedAt: number;
    series: {
      pairs: readonly string[];
      first: number;
      length: number;
      places?: number[];
    }[];
  }[];
}

/**
 * Extents as bytes: how long the description is, the description as JSON, then all values in order,
 * which JSON cannot say (NaN, infinities, -0).
 *
 * @param key - whose extents these are
 */
export function encodeExtents(key: string, extents: readonly Extent[]): Buffer {
  const header: Header = {
    version: VERSION,
    key,
    extents: extents.map(({ series, ...extent }) => ({
      ...extent,
      series: series.map(({ pairs, first, values, places }) => ({
        pairs,
        first,
        length: values.length,
        ...(places && { places: [...places] }),
      })),
    })),
  };
  const description = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(HEADER_LENGTH);
  length.writeUInt32LE(description.length);
  return Buffer.concat([
    length,
    description,
    ...extents.flatMap(({ series }) =>
      series.map(({ values }) =>
        Buffer.from(values.buffer, values.byteOffset, values.byteLength),
      ),
    ),
  ]);
}

/**
 * Reads what {@link encodeExtents} wrote.
 *
 * @returns `undefined` when it is of another key, or not what was written
 */
export function decodeExtents(
  key: string,
  bytes: Buffer,
): Extent[] | undefined {
  try {
    const end = HEADER_LENGTH + bytes.readUInt32LE();
    const header: Header = JSON.parse(
      bytes.subarray(HEADER_LENGTH, end).toString(),
    );
    if (header.version !== VERSION || header.key !== key) {
      return undefined;
    }
    // A copy, which begins where numbers may begin.
    const numbers = new Float64Array(
      Uint8Array.from(bytes.subarray(end)).buffer,
    );
    let read = 0;
    const extents = header.extents.map(({ series, ...extent }) => ({
      ...extent,
      series: series.map(({ length, ...one }): KeptSeries => {
        read += length;
        return readSeries(one, numbers.slice(read - length, read));
      }),
    }));
    return read === numbers.length ? extents : undefined;
  } catch {
    return undefined;
  }
}

function readSeries(
  {
    pairs,
    first,
    places,
  }: Omit<Header['extents'][number]['series'][number], 'length'>,
  values: Float64Array,
): KeptSeries {
  const labels: [string, string][] = [];
  for (let index = 0; index < pairs.length; index += 2) {
    labels.push([pairs[index], pairs[index + 1]]);
  }
  return {
    labels: Object.fromEntries(labels),
    pairs,
    first,
    values,
    ...(places && { places: Uint32Array.from(places) }),
  };
}
