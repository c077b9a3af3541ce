import { MONITORING_ANNOTATION_RUNBOOK } from './constants';
import { ProblemList } from './ProblemList';
import { Parsed } from './types';

const LONGEST = 1_000;
const ADDRESS =
  // eslint-disable-next-line no-control-regex
  /^https?:\/\/[^\s/?#@"'<>\\\u0000-\u001f]+(\/[^\s?#"'<>\\\u0000-\u001f]*)?$/i;

/** Parses `monitoring/runbook`: an http or https address, without its trailing slashes. */
export function parseRunbook(value: string): Parsed<string | undefined> {
  const text = value.trim();
  if (text.length <= LONGEST && ADDRESS.test(text)) {
    return { value: text.replace(/\/+$/, ''), problems: [] };
  }
  const problems = new ProblemList(MONITORING_ANNOTATION_RUNBOOK, value);
  problems.error(
    `'${text.slice(
      0,
      80,
    )}' is no address that starts with https:// or http://, has no ? or #, and is at most ${LONGEST} characters long. The packs’ own runbooks are used`,
    { text: value, offset: 0 },
  );
  return { value: undefined, problems: problems.problems };
}
