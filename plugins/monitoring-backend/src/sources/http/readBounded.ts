import { ByteBudget } from './ByteBudget';

/** The body was larger than allowed. */
export class BodyTooLargeError extends Error {}

/** This body and others that are being read were larger together than allowed. */
export class BodiesTooLargeError extends Error {}

/**
 * Reads a body as UTF-8 and stops at a number of bytes, counted after decompression.
 *
 * @param budget - shared with the other bodies that are being read
 * @throws {@link BodyTooLargeError}, {@link BodiesTooLargeError} when there is more; the connection
 *   is given up then
 */
export async function readBounded(
  response: Response,
  maxBytes: number,
  budget: ByteBudget,
): Promise<string> {
  if (!response.body) {
    return '';
  }
  // What says that it is too large need not be read; decompressed it is larger still.
  if (Number(response.headers.get('content-length')) > maxBytes) {
    await response.body.cancel();
    throw new BodyTooLargeError();
  }
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    // Leaving the loop by an exception cancels the stream.
    for await (const chunk of response.body) {
      if (bytes + chunk.byteLength > maxBytes) {
        throw new BodyTooLargeError();
      }
      if (!budget.take(chunk.byteLength)) {
        throw new BodiesTooLargeError();
      }
      bytes += chunk.byteLength;
      text += decoder.decode(chunk, { stream: true });
    }
  } finally {
    budget.giveBack(bytes);
  }
  return text + decoder.decode();
}
