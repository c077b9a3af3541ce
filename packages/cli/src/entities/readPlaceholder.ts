import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

/** As the catalog calls them. */
const KINDS = ['$text', '$yaml', '$json'];

/** Larger ones belong to no annotation. In bytes. */
const LARGEST = 1_000_000;

/** A value that stands in another file. */
export interface Placeholder {
  kind: string;
  /** Relative to the entity's file. */
  target: string;
}

/** A placeholder, followed. */
export type FollowedPlaceholder =
  | { value: unknown; text: string; path: string }
  | { problem: string; severity: 'error' | 'warning' };

/** The placeholder that a value is; `undefined` for any other value. */
export function asPlaceholder(value: unknown): Placeholder | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return undefined;
  }
  const [[kind, target] = ['', ''], ...others] = Object.entries(value);
  return others.length === 0 && KINDS.includes(kind)
    ? { kind, target: String(target) }
    : undefined;
}

function isInside(directory: string, file: string): boolean {
  const relative = path.relative(directory, file);
  return (
    relative !== '' &&
    !/^\.\.($|[\\/])/.test(relative) &&
    !path.isAbsolute(relative)
  );
}

function refused(problem: string): FollowedPlaceholder {
  return { problem, severity: 'error' };
}

/**
 * Reads what a placeholder names, as the catalog would: only files below the entity's own folder,
 * wherever links lead.
 *
 * @param directory - of the entity's file; absolute
 */
export async function readPlaceholder(
  { kind, target }: Placeholder,
  directory: string,
): Promise<FollowedPlaceholder> {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(target)) {
    return {
      problem: `${kind} names the address '${target}', which is not looked at: what it holds is not checked`,
      severity: 'warning',
    };
  }
  const file = path.resolve(directory, target);
  if (path.isAbsolute(target) || !isInside(directory, file)) {
    return refused(
      `${kind} names '${target}', which is not below the folder of this file, so it is not read`,
    );
  }
  try {
    const real = await realpath(file);
    if (!isInside(await realpath(directory), real)) {
      return refused(
        `${kind} names '${target}', a link that leads out of the folder of this file, so it is not read`,
      );
    }
    const text = await readFile(real, 'utf8');
    if (text.length > LARGEST) {
      return refused(
        `${kind} names '${target}', which is longer than ${LARGEST} characters, so it is not read`,
      );
    }
    if (kind === '$text') {
      return { value: text, text, path: file };
    }
    const value = kind === '$json' ? JSON.parse(text) : parse(text);
    return { value, text, path: file };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return refused(
      code === 'ENOENT'
        ? `${kind} names '${target}', and there is no such file`
        : `${kind} names '${target}', which cannot be read: ${
            code ?? message.split('\n')[0]
          }`,
    );
  }
}
