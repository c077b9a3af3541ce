import { RuleGroup } from '@sightline/backstage-plugin-monitoring-common';
import { createHash } from 'node:crypto';
import { parse, stringify } from 'yaml';
import { detachText } from '../detachText';

/** A rule file, read back. */
export interface RuleFile {
  /** Absent when the file is not ours, a copy of one of ours under another name included. */
  owner?: { entityRef: string; hash: string };
  /** Whether its text is as it was written, so that its groups are those of the owner's hash. */
  untouched: boolean;
  /** `undefined` when the text is no YAML. */
  groups(): RuleGroup[] | undefined;
}

const NOTICE = `# Written by Sightline from the catalog annotations of the entity below.
# A change made here is kept, and shown on the entity page as drift.
`;
const ENTITY = /^# sightline-entity: (\S+)$/m;
const UID = /^# sightline-uid: (\S+)$/m;
const HASH = /^# sightline-hash: ([0-9a-f]+)$/m;
/** Files of earlier versions have none. */
const SEAL = /^(?:#.*\n)*# sightline-seal: ([0-9a-f]+)\n/;

/** Tells in microseconds what parsing tells in milliseconds: whether a file was edited. */
function seal(owner: { entityRef: string; hash: string }, body: string) {
  return createHash('sha256')
    .update(`${owner.entityRef} ${owner.hash}\n${body}`)
    .digest('hex')
    .slice(0, 32);
}

/** Writes a rule file with its owner marks. */
export function formatRuleFile(
  owner: { entityRef: string; uid: string; hash: string },
  groups: RuleGroup[],
): string {
  const body = stringify({ groups }, { lineWidth: 0 });
  return `${NOTICE}# sightline-entity: ${owner.entityRef}
# sightline-uid: ${owner.uid}
# sightline-hash: ${owner.hash}
# sightline-seal: ${seal(owner, body)}
${body}`;
}

/**
 * Reads a rule file, whoever wrote it.
 *
 * @param uid - from the file's name, which the mark has to name too
 */
export function parseRuleFile(text: string, uid: string): RuleFile {
  const [, entityRef] = ENTITY.exec(text) ?? [];
  const [, markedUid] = UID.exec(text) ?? [];
  const [, hash] = HASH.exec(text) ?? [];
  const owner =
    entityRef && hash && markedUid === uid
      ? { entityRef: detachText(entityRef), hash: detachText(hash) }
      : undefined;
  const [head, sealed] = SEAL.exec(text) ?? [];
  return {
    owner,
    untouched:
      owner !== undefined &&
      head !== undefined &&
      seal(owner, text.slice(head.length)) === sealed,
    groups: () => parseGroups(text),
  };
}

function parseGroups(text: string): RuleGroup[] | undefined {
  try {
    const document = parse(text);
    return Array.isArray(document?.groups) ? document.groups : undefined;
  } catch {
    return undefined;
  }
}
