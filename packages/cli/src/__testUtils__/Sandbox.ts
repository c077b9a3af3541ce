import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exportSlos } from '../commands/exportSlos';
import { reportDashboards } from '../commands/reportDashboards';
import { showPlan } from '../commands/showPlan';
import { showStatus } from '../commands/showStatus';
import { validate } from '../commands/validate';
import { writeRules } from '../commands/writeRules';
import { main } from '../main';
import { CommandLoader } from '../program/Commands';
import { Terminal } from '../Terminal';

/** Modules cannot be imported later where tests run. */
const COMMANDS: CommandLoader = {
  exportSlos: async () => exportSlos,
  reportDashboards: async () => reportDashboards,
  showPlan: async () => showPlan,
  showStatus: async () => showStatus,
  validate: async () => validate,
  writeRules: async () => writeRules,
};

/** What a command did. */
export interface Outcome {
  code: number;
  out: string;
  err: string;
}

/** A folder of its own in which commands run. */
export class Sandbox {
  readonly directory: string;

  /** @param files - texts by their paths */
  static async create(files: Record<string, string> = {}): Promise<Sandbox> {
    const directory = await mkdtemp(path.join(tmpdir(), 'sightline-cli-'));
    const sandbox = new Sandbox(directory);
    for (const [name, text] of Object.entries(files)) {
      await sandbox.write(name, text);
    }
    return sandbox;
  }

  private constructor(directory: string) {
    this.directory = directory;
  }

  path(name: string): string {
    return path.join(this.directory, name);
  }

  async write(name: string, text: string): Promise<void> {
    await mkdir(path.dirname(this.path(name)), { recursive: true });
    await writeFile(this.path(name), text);
  }

  async read(name: string): Promise<string> {
    return readFile(this.path(name), 'utf8');
  }

  async run(
    args: string[],
    options: {
      input?: string;
      env?: Record<string, string>;
      now?: Date;
      isInteractive?: boolean;
    } = {},
  ): Promise<Outcome> {
    let out = '';
    let err = '';
    const terminal: Terminal = {
      out: text => {
        out += text;
      },
      err: text => {
        err += text;
      },
      isInteractive: options.isInteractive ?? false,
      readInput: async () => options.input ?? '',
      directory: this.directory,
      env: options.env ?? {},
      now: () => options.now ?? new Date('2026-11-20T12:00:07Z'),
    };
    const code = await main(args, terminal, COMMANDS);
    return { code, out, err };
  }

  async remove(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }
}
