/**
 * Calls `onLine` for every complete, non-empty line of a stream of UTF-8 text, as it arrives.
 * A last line without a line end counts too.
 */
export async function readLines(
  stream: ReadableStream<Uint8Array>,
  onLine: (line: string) => void,
): Promise<void> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';

  const emit = (text: string) => {
    if (text.trim()) {
      onLine(text);
    }
  };

  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(emit);
      if (done) {
        emit(rest);
        return;
      }
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    throw error;
  } finally {
    reader.releaseLock();
  }
}
