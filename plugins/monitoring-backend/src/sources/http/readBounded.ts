/** The body was larger than allowed. */
export class BodyTooLargeError extends Error {}

/**
 * Reads a body as UTF-8 and stops at a number of bytes, counted after decompression.
 *
 * @throws {@link BodyTooLargeError} when there is more; the connection is given up then
 */
export async function readBounded(
  response: Response,
  maxBytes: number,
): Promise<string> {
  if (!response.body) {
    return '';
  }
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  // Leaving the loop by an exception cancels the stream.
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) {
      throw new BodyTooLargeError();
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
