/** Codes of a connection that ended without an answer. */
const LOST = ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'];

/**
 * Sends once more what found its connection closed: a server closes one that was kept alive, and
 * the next request may learn of it too late. Only for what may be asked twice.
 */
export async function retryLostConnection<T>(
  send: () => Promise<T>,
): Promise<T> {
  try {
    return await send();
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } };
    if (cause?.code === undefined || !LOST.includes(cause.code)) {
      throw error;
    }
    return send();
  }
}
