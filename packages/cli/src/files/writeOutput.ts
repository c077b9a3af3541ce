import { randomBytes } from 'node:crypto';
import {
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import path from 'node:path';
import { OutputPart } from '../rules/OutputPart';
import { MARK } from '../rules/yamlText';
import { Terminal } from '../Terminal';
import { UsageError } from '../UsageError';

/** What was done to files. */
export interface Written {
  /** As on the command line. */
  files: string[];
  /** Of a former run, which nothing is for any more. */
  removed: string[];
}

async function isDirectory(out: string, absolute: string): Promise<boolean> {
  const found = await stat(absolute).catch(() => undefined);
  return found ? found.isDirectory() : /[\\/]$/.test(out);
}

async function writeTemporary(file: string, text: string): Promise<string> {
  const temporary = path.join(
    path.dirname(file),
    `.${path.basename(file)}.${randomBytes(4).toString('hex')}.tmp`,
  );
  const handle = await open(temporary, 'wx', 0o644);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return temporary;
}

/** Writes all files beside their places first, so that a full disk changes none. */
async function replaceAll(files: Map<string, string>): Promise<void> {
  const temporary = new Map<string, string>();
  try {
    for (const [file, text] of files) {
      // Of a link, what it names is replaced.
      const target = await realpath(file).catch(() => file);
      temporary.set(target, await writeTemporary(target, text));
    }
    for (const [file, from] of temporary) {
      await rename(from, file);
      temporary.delete(file);
    }
  } finally {
    for (const from of temporary.values()) {
      await rm(from, { force: true });
    }
  }
}

/** Files of ours from a former run that had more parts. */
async function leftOver(
  directory: string,
  parts: OutputPart[],
): Promise<string[]> {
  const [first] = parts;
  const base = first.file.replace(/\.yaml$/, '');
  const names = (await readdir(directory)).filter(
    name =>
      name.startsWith(`${base}-`) &&
      /^\d+\.yaml$/.test(name.slice(base.length + 1)) &&
      !parts.some(({ file }) => file === name),
  );
  const found: string[] = [];
  for (const name of names) {
    const text = await readFile(path.join(directory, name), 'utf8');
    if (text.startsWith(`${MARK}\n`)) {
      found.push(name);
    }
  }
  return found;
}

/**
 * Writes what a command made: to standard output or one file, as documents of one text; to a
 * directory, each into a file of its own. A file is replaced as a whole.
 *
 * @param out - as on the command line
 * @throws UsageError when it cannot be written; everything is then as it was
 */
export async function writeOutput(
  parts: OutputPart[],
  out: string,
  terminal: Terminal,
): Promise<Written> {
  const whole = parts.map(({ text }) => text).join('---\n');
  if (out === '-') {
    terminal.out(whole);
    return { files: [], removed: [] };
  }
  const absolute = path.resolve(terminal.directory, out);
  try {
    if (!(await isDirectory(out, absolute))) {
      await replaceAll(new Map([[absolute, whole]]));
      return { files: [out], removed: [] };
    }
    await mkdir(absolute, { recursive: true });
    await replaceAll(
      new Map(parts.map(({ file, text }) => [path.join(absolute, file), text])),
    );
    const removed = await leftOver(absolute, parts);
    for (const name of removed) {
      await rm(path.join(absolute, name));
    }
    return {
      files: parts.map(({ file }) => path.join(out, file)),
      removed: removed.map(name => path.join(out, name)),
    };
  } catch (error) {
    throw new UsageError(
      `'${out}' cannot be written: ${
        (error as NodeJS.ErrnoException).code ?? (error as Error).message
      }`,
    );
  }
}
