import { hashGroup, hashOfHashes } from './groupContent';
import { readGroup } from './groupMarks';
import { RulerGroup } from './MimirRulerClient';

/** Hash of an object's rule groups, as they are read back from a ruler. */
export function hashMimirGroups(content: Record<string, unknown>): string {
  const groups = content.groups as RulerGroup[];
  return hashOfHashes(
    groups.map(raw => {
      const { group } = readGroup(raw);
      return [group.name, hashGroup(group)];
    }),
  );
}
