import { RuleGroup } from '@sightline/backstage-plugin-monitoring-common';
import { parse, stringify } from 'yaml';

/** A rule file, read back. */
export interface RuleFile {
  /** Absent when the file is not ours, a copy of one of ours under another name included. */
  owner?: { entityRef: string; hash: string };
  /** `undefined` when the text is no YAML. */
  groups?: RuleGroup[];
}

const NOTICE = `# Written by Sightline from the catalog annotations of the entity below.
# A change made here is kept, and shown on the entity page as drift.
`;
const ENTITY = /^# sightline-entity: (\S+)$/m;
const UID = /^# sightline-uid: (\S+)$/m;
const HASH = /^# sightline-hash: ([0-9a-f]+)$/m;

/** Writes a rule file with its owner marks. */
export function formatRuleFile(
  owner: { entityRef: string; uid: string; hash: string },
  groups: RuleGroup[],
): string {
  return `${NOTICE}# sightline-entity: ${owner.entityRef}
# sightline-uid: ${owner.uid}
# sightline-hash: ${owner.hash}
${stringify({ groups }, { lineWidth: 0 })}`;
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
    entityRef && hash && markedUid === uid ? { entityRef, hash } : undefined;
  try {
    const document = parse(text);
    return {
      owner,
      groups: Array.isArray(document?.groups) ? document.groups : undefined,
    };
  } catch {
    return { owner };
  }
}
