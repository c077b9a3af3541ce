import { RulerGroup } from './MimirRulerClient';

/** The owner mark of a group. */
export interface GroupMark {
  /** Key of the managed object. */
  key: string;
  /** The entity's ref: the key of a renamed entity names the one it had. */
  entityRef: string;
  /** Hash of the group's content as it was written. */
  hash: string;
}

type Fields = Record<string, any>;

const KEY = 'sightline_key';
const HASH = 'sightline_hash';
const ENTITY = 'sightline_entity';
const COMMENT =
  /^# sightline_key=(\S+)(?: sightline_entity=(\S+))? sightline_hash=([0-9a-f]+)\n/;

function ownerOf(key: string): string {
  return key.split('|')[0];
}

function toMark(
  key: string | undefined,
  entity: string | undefined,
  hash: string | undefined,
): GroupMark | undefined {
  return key && hash
    ? { key, entityRef: entity ?? ownerOf(key), hash }
    : undefined;
}

/** Named only where the key does not say it. */
function renamed({ key, entityRef }: GroupMark): string | undefined {
  return ownerOf(key) === entityRef ? undefined : entityRef;
}

function markAlert(rule: Fields, mark: GroupMark): Fields {
  const entity = renamed(mark);
  return {
    ...rule,
    annotations: {
      ...rule.annotations,
      [KEY]: mark.key,
      ...(entity ? { [ENTITY]: entity } : {}),
      [HASH]: mark.hash,
    },
  };
}

/** A comment of PromQL, which the ruler keeps: a recording rule has nowhere else to say it. */
function markExpression(rule: Fields, mark: GroupMark): Fields {
  const entity = renamed(mark);
  return {
    ...rule,
    expr: `# ${KEY}=${mark.key}${
      entity ? ` ${ENTITY}=${entity}` : ''
    } ${HASH}=${mark.hash}\n${rule.expr}`,
  };
}

/**
 * Puts the owner mark on a group: into the annotations of its alerts, and where the first rule
 * records a series, before its expression. Neither restarts an alert (recording
 * `ruler.state_kept`).
 */
export function markGroup(group: RulerGroup, mark: GroupMark): RulerGroup {
  return {
    ...group,
    rules: group.rules.map((rule, index) => {
      if ('alert' in rule) {
        return markAlert(rule, mark);
      }
      return index === 0 ? markExpression(rule, mark) : rule;
    }),
  };
}

function readRule(rule: Fields): { rule: Fields; mark?: GroupMark } {
  if ('alert' in rule) {
    const {
      [KEY]: key,
      [HASH]: hash,
      [ENTITY]: entity,
      ...annotations
    } = rule.annotations ?? {};
    return {
      rule: { ...rule, annotations },
      mark: toMark(key, entity, hash),
    };
  }
  const [comment, key, entity, hash] = COMMENT.exec(String(rule.expr)) ?? [];
  return comment
    ? {
        rule: { ...rule, expr: rule.expr.slice(comment.length) },
        mark: toMark(key, entity, hash),
      }
    : { rule };
}

/**
 * A group without its owner mark, and the mark; without one it is a person's.
 *
 * @param group - as the ruler gave it back, or as it is wanted
 */
export function readGroup(group: RulerGroup): {
  group: RulerGroup;
  mark?: GroupMark;
} {
  const read = (group.rules ?? []).map(readRule);
  return {
    group: { ...group, rules: read.map(({ rule }) => rule) },
    mark: read.find(({ mark }) => mark)?.mark,
  };
}
