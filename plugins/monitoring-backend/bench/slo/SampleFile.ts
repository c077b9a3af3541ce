import { createWriteStream, WriteStream } from 'node:fs';
import { once } from 'node:events';

/** Samples with timestamps, in OpenMetrics' text form, written as they come. */
export class SampleFile {
  readonly #path: string;
  readonly #stream: WriteStream;
  #pending = '';

  static create(path: string): SampleFile {
    return new SampleFile(path);
  }

  private constructor(path: string) {
    this.#path = path;
    this.#stream = createWriteStream(path);
  }

  /** All samples of one metric have to follow each other. */
  metric(name: string): void {
    this.#pending += `# TYPE ${name} unknown\n`;
  }

  /** @param time - Unix seconds */
  async add(series: string, value: number, time: number): Promise<void> {
    this.#pending += `${series} ${value} ${time}\n`;
    if (this.#pending.length > 1_000_000) {
      await this.#flush();
    }
  }

  /** @returns the file's path */
  async close(): Promise<string> {
    this.#pending += '# EOF\n';
    await this.#flush();
    this.#stream.end();
    await once(this.#stream, 'finish');
    return this.#path;
  }

  async #flush(): Promise<void> {
    const text = this.#pending;
    this.#pending = '';
    if (!this.#stream.write(text)) {
      await once(this.#stream, 'drain');
    }
  }
}
