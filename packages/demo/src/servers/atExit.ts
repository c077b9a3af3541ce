const actions: (() => void)[] = [];
let isListening = false;

/**
 * Has something done when this process ends by itself, latest first.
 *
 * @returns to be called when it need not be done any more
 */
export function atExit(action: () => void): () => void {
  if (!isListening) {
    process.once('exit', () => actions.forEach(each => each()));
    isListening = true;
  }
  actions.unshift(action);
  return () => {
    const index = actions.indexOf(action);
    if (index >= 0) {
      actions.splice(index, 1);
    }
  };
}
