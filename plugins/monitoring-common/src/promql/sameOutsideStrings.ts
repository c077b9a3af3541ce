import { Tree } from '@lezer/common';
import { parseExpression } from './parseExpression';

/** The expression as its nodes; of strings only that they are there. */
function outline(tree: Tree, expression: string): string[] {
  const nodes: string[] = [];
  tree.iterate({
    enter({ name, from, to, node }) {
      const isToken = !node.firstChild && name !== 'StringLiteral';
      nodes.push(isToken ? `${name} ${expression.slice(from, to)}` : name);
    },
  });
  return nodes;
}

/**
 * Whether two expressions differ in nothing but the contents of their string literals: then what
 * was filled into one of them is a text, and no part of the query.
 *
 * @throws {@link PromqlError} when one of them cannot be parsed whole or uses what is not allowed
 * @public
 */
export function sameOutsideStrings(a: string, b: string): boolean {
  const ofA = outline(parseExpression(a), a);
  const ofB = outline(parseExpression(b), b);
  return (
    ofA.length === ofB.length && ofA.every((node, index) => node === ofB[index])
  );
}
