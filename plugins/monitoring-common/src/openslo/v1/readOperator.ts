import { YamlNode } from '../yaml/YamlNode';

const OPERATORS = { lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

/** Reads `op`. */
export function readOperator(
  node: YamlNode,
): '<' | '<=' | '>' | '>=' | undefined {
  const text = node.text();
  if (text !== undefined && Object.hasOwn(OPERATORS, text)) {
    return OPERATORS[text as keyof typeof OPERATORS];
  }
  const near =
    text === undefined
      ? undefined
      : Object.keys(OPERATORS).find(
          name =>
            name === text.toLowerCase() ||
            OPERATORS[name as keyof typeof OPERATORS] === text,
        );
  node.error(
    node.isMissing
      ? 'is missing: one of lt, lte, gt, gte'
      : `${node.quote()} is no comparison: write lt, lte, gt or gte${
          near ? `. Is ${near} meant?` : ''
        }`,
  );
  return undefined;
}
