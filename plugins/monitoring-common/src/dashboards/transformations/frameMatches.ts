import { JsonValue } from '@backstage/types';
import { DataFrame } from '../frames/DataFrame';
import { asObject, asObjects, asText } from '../model/json';
import { compilePattern } from '../patterns/compilePattern';

/** Tells the frames that something is about. */
export type FrameMatcher = (frame: DataFrame) => boolean;

const NEVER: FrameMatcher = () => false;
const DEEPEST = 10;

/**
 * Tells the frames that a matcher is about, by the rules of Grafana's `frameMatchers`. One that is
 * not known is about none.
 */
export function compileFrameMatcher(
  { id, options }: { id: string; options?: JsonValue },
  depth: number = 0,
): FrameMatcher {
  switch (id) {
    case 'byName': {
      const pattern =
        typeof options === 'string' ? compilePattern(options) : undefined;
      return frame => pattern?.test(frame.name ?? '') ?? false;
    }
    case 'byRefId':
      return typeof options === 'string' ? byRefId(options) : NEVER;
    case 'alwaysMatch':
      return () => true;
    default:
      return depth < DEEPEST ? combined(id, options, depth + 1) : NEVER;
  }
}

/** One name, a regular expression between slashes, or names with bars between. */
function byRefId(wanted: string): FrameMatcher {
  if (wanted.startsWith('/')) {
    const pattern = compilePattern(wanted);
    return ({ refId = '' }) =>
      pattern ? pattern.test(refId) : refId === wanted;
  }
  const names = wanted.split('|');
  return ({ refId = '' }) => names.includes(refId);
}

function combined(
  id: string,
  options: JsonValue | undefined,
  depth: number,
): FrameMatcher {
  const compile = (child: { [key: string]: JsonValue | undefined }) =>
    compileFrameMatcher(
      { id: asText(child.id) ?? '', options: child.options },
      depth,
    );
  const children = asObjects(options).map(compile);
  switch (id) {
    case 'anyMatch':
      return frame => children.some(matches => matches(frame));
    case 'allMatch':
      return frame => children.every(matches => matches(frame));
    case 'invertMatch': {
      const matches = compile(asObject(options));
      return frame => !matches(frame);
    }
    default:
      return NEVER;
  }
}
