/**
 * Does something again and again, never twice at once. A failure is skipped: what is watched here
 * may be full or gone, which is what the demo is to show.
 *
 * @param interval - milliseconds between one end and the next beginning
 * @returns ends it, and resolves when the last round is over
 */
export function repeat(
  interval: number,
  action: () => Promise<unknown>,
): () => Promise<void> {
  let isOver = false;
  let timer: NodeJS.Timeout;
  let round: Promise<void> = Promise.resolve();
  const next = () => {
    timer = setTimeout(() => {
      round = action()
        .then(
          () => undefined,
          () => undefined,
        )
        .then(() => {
          if (!isOver) {
            next();
          }
        });
    }, interval);
  };
  next();
  return async () => {
    isOver = true;
    clearTimeout(timer);
    await round;
  };
}
