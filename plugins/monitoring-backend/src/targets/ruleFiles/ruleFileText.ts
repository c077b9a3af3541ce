import { RuleGroup } from '@sightline/backstage-plugin-monitoring-common';
import { parse, stringify } from 'yaml';

/** A rule file of ours, read back. */
export interface RuleFile {
  owner?: { entityRef: string; hash: string };
  /** `undefined` when the text is no YAML. */
  groups?: RuleGroup[];
}

const NOTICE = `# Written by Sightline from the catalog annotations of the entity below.
# A change made here is kept, and shown on the entity page as drift.
`;
const ENTITY = /^# sightline-entity: (\S+)$/m;
const HASH = /^# sightline-hash: ([0-9a-f]+)$/m;

/** Writes a rule file with its owner marks. */
export function formatRuleFile(
  owner: { entityRef: string; hash: string },
  groups: RuleGroup[],
): string {
  return `${NOTICE}# sightline-entity: ${owner.entityRef}
# sightline-hash: ${owner.hash}
${stringify({ groups }, { lineWidth: 0 })}`;
}

/** Reads a rule file, whoever wrote it. */
export function parseRuleFile(text: string): RuleFile {
  const [, entityRef] = ENTITY.exec(text) ?? [];
  const [, hash] = HASH.exec(text) ?? [];
  const owner = entityRef && hash ? { entityRef, hash } : undefined;
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
