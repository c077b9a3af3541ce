import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { parse } from 'yaml';
import { Terminal } from '../Terminal';
import { UsageError } from '../UsageError';
import { findDashboards } from './findDashboards';
import { oneLine } from './oneLine';

/** Larger ones are no dashboards. In bytes. */
const LARGEST = 100_000_000;

/**
 * The dashboards of a file: JSON, compressed or not, or YAML; `-` is standard input.
 *
 * @throws UsageError when it cannot be read or holds none; says why
 */
export async function readDashboards(
  file: string,
  terminal: Pick<Terminal, 'directory' | 'readInput'>,
): Promise<unknown[]> {
  const text =
    file === '-'
      ? await terminal.readInput()
      : await readText(path.resolve(terminal.directory, file), file);
  const dashboards = findDashboards(parseText(text, file));
  if (dashboards.length === 0) {
    throw new UsageError(
      `'${file}' holds no dashboard: there are neither panels nor rows nor elements in it`,
    );
  }
  return dashboards;
}

async function readText(absolute: string, file: string): Promise<string> {
  try {
    const content = await readFile(absolute);
    if (content.length > LARGEST) {
      throw new UsageError(
        `'${file}' is larger than ${
          LARGEST / 1_000_000
        } MB, so it is no dashboard`,
      );
    }
    const isCompressed = content[0] === 0x1f && content[1] === 0x8b;
    return isCompressed
      ? (
          await promisify(gunzip)(content, { maxOutputLength: LARGEST })
        ).toString('utf8')
      : content.toString('utf8');
  } catch (error) {
    if (error instanceof UsageError) {
      throw error;
    }
    throw new UsageError(reasonOf(error as NodeJS.ErrnoException, file));
  }
}

function reasonOf(
  { code, message }: NodeJS.ErrnoException,
  file: string,
): string {
  switch (code) {
    case 'ENOENT':
      return `There is no file '${file}'`;
    case 'EISDIR':
      return `There is no .json, .json.gz or .yaml file in the directory '${file}'`;
    case 'EACCES':
      return `'${file}' cannot be read: you may not read it`;
    default:
      return code?.startsWith('Z_')
        ? `'${file}' is not a whole gzip file`
        : `'${file}' cannot be read: ${code ?? message}`;
  }
}

function parseText(text: string, file: string): unknown {
  const isYaml = /\.ya?ml$/.test(file);
  try {
    return isYaml ? parse(text) : JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    // The reason may quote what is in the file.
    const reason = oneLine((error as Error).message.split('\n')[0], 100);
    throw new UsageError(
      `'${file}' is no ${isYaml ? 'YAML' : 'JSON'}: ${reason}`,
    );
  }
}
