import { asText } from '../model/json';
import { compilePattern } from '../patterns/compilePattern';
import { renameFields } from './rename';
import { Transform } from './Transform';

/** Gives fields names that a regular expression makes of theirs. */
export const renameByRegex: Transform = (frames, options) => {
  // An empty one fits no name.
  const pattern =
    options.regex === ''
      ? undefined
      : compilePattern(asText(options.regex) ?? '(.*)');
  const replacement =
    typeof options.renamePattern === 'string' ? options.renamePattern : '$1';
  return pattern
    ? renameFields(frames, name =>
        pattern.test(name) ? pattern.replace(name, replacement) : undefined,
      )
    : frames;
};
