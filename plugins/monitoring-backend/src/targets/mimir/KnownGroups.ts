import { createHash } from 'node:crypto';
import { KnownGroup, knownGroup } from './listObjects';
import { RulerGroup } from './MimirRulerClient';

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

/** Content that is as it was written is compared with nothing, and would fill memory. */
function withoutContent(known: KnownGroup): KnownGroup {
  return known.hash === known.mark?.hash
    ? { ...known, group: undefined }
    : known;
}

/**
 * The groups of a namespace by their texts: to parse thousands takes seconds, and mostly all but a
 * few are what they were.
 */
export class KnownGroups {
  #known = new Map<string, KnownGroup[]>();

  constructor(private readonly parse: (text: string) => RulerGroup[]) {}

  /**
   * @param texts - of all groups, or of some
   * @param options - `all`: what is in none of the texts is forgotten. `withContent`: names of
   *   groups whose content is asked for, also when it is as it was written
   */
  read(
    texts: string[],
    options: { all: boolean; withContent: Set<string> },
  ): KnownGroup[] {
    const next = options.all ? new Map<string, KnownGroup[]>() : this.#known;
    const found: KnownGroup[] = [];
    for (const text of texts) {
      const key = digest(text);
      const last = this.#known.get(key);
      const isEnough = last?.every(
        ({ group, name }) => group || !options.withContent.has(name),
      );
      const groups = last && isEnough ? last : this.parse(text).map(knownGroup);
      next.set(key, last ?? groups.map(withoutContent));
      found.push(...groups);
    }
    this.#known = next;
    return found;
  }
}
