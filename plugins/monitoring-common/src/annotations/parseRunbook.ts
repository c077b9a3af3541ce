import { MONITORING_ANNOTATION_RUNBOOK } from './constants';
import { ProblemList } from './ProblemList';
import { Parsed } from './types';

/** Parses `monitoring/runbook`: an http or https address, without its trailing slashes. */
export function parseRunbook(value: string): Parsed<string | undefined> {
  const text = value.trim();
  if (/^https?:\/\/[^\s/?#@"'<>\\]+(\/[^\s"'<>\\]*)?$/i.test(text)) {
    return { value: text.replace(/\/+$/, ''), problems: [] };
  }
  const problems = new ProblemList(MONITORING_ANNOTATION_RUNBOOK, value);
  problems.error(
    `'${text.slice(
      0,
      80,
    )}' is no address that starts with https://. The packs’ runbooks are used`,
    { text: value, offset: 0 },
  );
  return { value: undefined, problems: problems.problems };
}
