import { createHash } from 'node:crypto';

/** Our file as it was read back. */
export interface ConfigFile {
  /** Hash of the desired content that it was written for. */
  hash: string;
  /** Of what else it was made of: the operator's part, addresses, secrets. */
  settings: string;
  /** Whether nobody changed it since. */
  untouched: boolean;
}

const NOTICE = `# Written by Sightline: the operator's own part, and routes from catalog annotations.
# It holds secrets. A change made here is kept, and stops Sightline from writing.
`;
const HASH = /^# sightline-hash: ([0-9a-f]+)$/m;
const SETTINGS = /^# sightline-settings: ([0-9a-f]+)$/m;
const BODY = /^# sightline-body: ([0-9a-f]+)\n/m;

/** Tells one text from another. The file that it stands in holds the text's secrets too. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** The text of the file, with its marks. */
export function formatConfigFile(
  marks: { hash: string; settings: string },
  body: string,
): string {
  return `${NOTICE}# sightline-hash: ${marks.hash}
# sightline-settings: ${marks.settings}
# sightline-body: ${digest(body)}
${body}`;
}

/** Reads the marks; undefined when the file is not ours. */
export function parseConfigFile(text: string): ConfigFile | undefined {
  const [, hash] = HASH.exec(text) ?? [];
  const [, settings] = SETTINGS.exec(text) ?? [];
  const body = BODY.exec(text);
  if (!hash || !settings || !body) {
    return undefined;
  }
  return {
    hash,
    settings,
    untouched: digest(text.slice(body.index + body[0].length)) === body[1],
  };
}
