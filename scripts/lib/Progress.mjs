/** Seconds as people say them: `8 s`, `2 min 05 s`. */
export function duration(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60
    ? `${seconds} s`
    : `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(
        2,
        '0',
      )} s`;
}

/** Prints one line per step, with the time since the start and what the step took. */
export class Progress {
  #stream;
  #now;
  #start;

  constructor(stream = process.stdout, now = Date.now) {
    this.#stream = stream;
    this.#now = now;
    this.#start = now();
  }

  get elapsed() {
    return duration(this.#now() - this.#start);
  }

  /** A line of its own. */
  say(text) {
    const clear = this.#stream.isTTY ? '\r\x1b[K' : '';
    this.#stream.write(`${clear}[${this.elapsed.padStart(10)}] ${text}\n`);
  }

  /**
   * Runs a step. On a terminal its line counts the seconds; elsewhere it is printed twice, when
   * the step begins and when it is done.
   *
   * @param {string} text - what is being done
   * @param {() => Promise<string | undefined>} action - may return a better text for the end
   */
  async step(text, action) {
    const begun = this.#now();
    const draw = () =>
      this.#stream.write(
        `\r[${this.elapsed.padStart(10)}] ${text} … ${duration(
          this.#now() - begun,
        )}`,
      );
    const timer = this.#stream.isTTY ? setInterval(draw, 1000) : undefined;
    if (!timer) {
      this.say(`${text} …`);
    }
    try {
      const result = await action();
      this.say(`${result ?? text}: ${duration(this.#now() - begun)}`);
    } catch (error) {
      if (timer) {
        this.#stream.write('\n');
      }
      throw error;
    } finally {
      clearInterval(timer);
    }
  }
}
