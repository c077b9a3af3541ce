import { BuiltIn } from './builtInVariables';

/** `a` and `b c` of `.a["b c"]`; undefined when the text is no path. */
export function parsePath(path: string): string[] | undefined {
  const steps: string[] = [];
  const pattern = /\.([^.[\]:}]+)|\[(?:"([^"]*)"|'([^']*)'|(\d+))\]/y;
  while (pattern.lastIndex < path.length) {
    const match = pattern.exec(path);
    if (!match) {
      return undefined;
    }
    steps.push(match[1] ?? match[2] ?? match[3] ?? match[4]);
  }
  return steps;
}

/**
 * What lies at a path within a built-in variable, as text; undefined when nothing does. An
 * object says what stands under its empty name.
 */
export function readValue(value: BuiltIn, steps: string[]): string | undefined {
  let found: unknown = value;
  for (const step of steps) {
    if (!isObject(found) || !Object.hasOwn(found, step)) {
      return undefined;
    }
    found = found[step];
  }
  if (isObject(found)) {
    found = Object.hasOwn(found, '') ? found[''] : undefined;
  }
  return typeof found === 'string' || typeof found === 'number'
    ? String(found)
    : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
