import { quoteString } from '@sightline/backstage-plugin-monitoring-common';
import { PackContext } from '@sightline/backstage-plugin-monitoring-node';
import { InfrastructurePart } from './infrastructureParts';

/** The label that tells the parts' series apart. */
const DEFAULT_LABEL = 'service';

const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** What an author may write of a part, besides the value of a label. */
const WORDS = { always: 'on', never: 'off' } as const;

/** The label of the option `label`; undefined when it is none. */
export function partLabel({ options }: PackContext): string | undefined {
  const label = options.label ?? DEFAULT_LABEL;
  return LABEL.test(label) ? label : undefined;
}

/** How a part's probe is called among those of all parts. */
export function probeId(part: InfrastructurePart, probe: string): string {
  return `${part.pack.id}-${probe}`;
}

/**
 * Whether an entity has a part: what its options say, else what its series show.
 *
 * @returns undefined when nobody could look
 */
export function hasPart(
  part: InfrastructurePart,
  { options, found }: PackContext,
): boolean | undefined {
  const option = options[part.pack.id];
  if (option !== undefined) {
    return option !== WORDS.never;
  }
  return found?.some(id =>
    (part.pack.probes ?? []).some(probe => probeId(part, probe.id) === id),
  );
}

/** The values of `minio=eu|us`, taken as they are. */
function narrowing(label: string, values: string): string {
  const all = values
    .split('|')
    .map(value => value.trim().replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return `${label}=~${quoteString(all.join('|'))}`;
}

/** The context of a part: its series, its name in texts, and none of our options. */
export function partContext(
  part: InfrastructurePart,
  context: PackContext,
): PackContext {
  const option = context.options[part.pack.id];
  const label = partLabel(context) ?? DEFAULT_LABEL;
  return {
    entityRef: context.entityRef,
    name: context.name,
    title: `${part.pack.title} of ${context.title}`,
    selector:
      option === undefined || option === WORDS.always
        ? context.selector
        : `${context.selector}, ${narrowing(label, option)}`,
    options: {},
  };
}
