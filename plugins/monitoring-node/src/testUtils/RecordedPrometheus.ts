import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './freePort';
import { promtool } from './promtool';

/**
 * A metrics page as an exporter served it.
 *
 * @public
 */
export interface RecordedPage {
  /** What a scrape adds: `job`, `instance`, `service`. */
  labels: Record<string, string>;
  /** The page at two moments, or one, in the text format. */
  pages: string[];
  /** Between two pages; default 60. */
  secondsBetween?: number;
}

/** One series of an answer. */
export interface RecordedSample {
  labels: Record<string, string>;
  value: number;
}

/** In seconds; any moment will do. */
const END = 1_790_000_000;

function withLabels(line: string, labels: Record<string, string>): string {
  const own = Object.entries(labels)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(',');
  const [, name, rest = ''] = /^([^\s{]+)(.*)$/.exec(line) ?? [];
  if (!rest.startsWith('{')) {
    return `${name}{${own}}${rest}`;
  }
  return rest.startsWith('{}')
    ? `${name}{${own}}${rest.slice(2)}`
    : `${name}{${own},${rest.slice(1)}`;
}

/** A page's samples with the scrape's labels and a time, in OpenMetrics. */
function stamp(
  page: string,
  labels: Record<string, string>,
  time: number,
): string[] {
  return page
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('#'))
    .map(line => {
      const [, sample] = /^(.*\}\s*\S+|[^{\s]+\s+\S+)/.exec(line) ?? [];
      return `${withLabels(sample ?? line, labels)} ${time}`;
    });
}

/**
 * A real Prometheus that holds recorded pages and nothing else, for the tests of packs: what their
 * expressions find on real exporters.
 *
 * @public
 */
export class RecordedPrometheus {
  readonly #url: string;
  readonly #process: ChildProcess;
  readonly #folder: string;

  /** @throws when prometheus or promtool is not on the PATH, or a page cannot be read */
  static async start(pages: RecordedPage[]): Promise<RecordedPrometheus> {
    const folder = await mkdtemp(path.join(tmpdir(), 'sightline-pages-'));
    const samples = pages.flatMap(
      ({ labels, pages: texts, secondsBetween = 60 }) =>
        texts.flatMap((text, index) =>
          stamp(
            text,
            labels,
            END - (texts.length - 1 - index) * secondsBetween,
          ),
        ),
    );
    const input = path.join(folder, 'pages.txt');
    const data = path.join(folder, 'data');
    await writeFile(input, `${samples.join('\n')}\n# EOF\n`);
    const made = await promtool([
      'tsdb',
      'create-blocks-from',
      'openmetrics',
      input,
      data,
    ]);
    if (!made.includes('BLOCK ULID')) {
      throw new Error(`promtool cannot read the pages: ${made}`);
    }
    const configuration = path.join(folder, 'prometheus.yaml');
    await writeFile(configuration, 'scrape_configs: []\n');
    const port = await freePort();
    const child = spawn(
      'prometheus',
      [
        `--config.file=${configuration}`,
        `--storage.tsdb.path=${data}`,
        '--storage.tsdb.retention.time=50y',
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      { stdio: 'ignore' },
    );
    const recorded = new RecordedPrometheus(
      `http://127.0.0.1:${port}`,
      child,
      folder,
    );
    await recorded.#untilReady();
    return recorded;
  }

  private constructor(url: string, child: ChildProcess, folder: string) {
    this.#url = url;
    this.#process = child;
    this.#folder = folder;
  }

  /**
   * The answer of an instant query at the moment of the last pages.
   *
   * @throws when Prometheus refuses the expression
   */
  async query(expression: string): Promise<RecordedSample[]> {
    const response = await fetch(`${this.#url}/api/v1/query`, {
      method: 'POST',
      body: new URLSearchParams({ query: expression, time: String(END) }),
    });
    const { status, error, data } = await response.json();
    if (status !== 'success') {
      throw new Error(`${error}: ${expression}`);
    }
    return data.result.map(({ metric, value }: any) => ({
      labels: metric,
      value: Number(String(value[1]).replace('Inf', 'Infinity')),
    }));
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode === null) {
      this.#process.kill('SIGKILL');
      await once(this.#process, 'exit');
    }
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #untilReady(): Promise<void> {
    for (let attempt = 0; attempt < 200; attempt++) {
      const ready = await fetch(`${this.#url}/-/ready`).catch(() => undefined);
      if (ready?.ok) {
        return;
      }
      if (this.#process.exitCode !== null) {
        break;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    await this.stop();
    throw new Error('Prometheus did not start on the recorded pages');
  }
}
