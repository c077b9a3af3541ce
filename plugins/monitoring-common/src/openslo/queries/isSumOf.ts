import { SyntaxNode } from '@lezer/common';

const OPERATIONS = new Set(['Add', 'Sub', 'Or', 'Unless', 'And']);

/**
 * Whether a query only adds up what stands at a place of it: then the increase of the whole is the
 * whole of the increases, and `rate` may be `increase` as well.
 */
export function isSumOf(
  place: SyntaxNode,
  slice: (node: SyntaxNode) => string,
): boolean {
  for (let node = place.parent; node; node = node.parent) {
    switch (node.name) {
      case 'PromQL':
        return true;
      case 'ParenExpr':
      case 'FunctionCallBody':
        break;
      case 'AggregateExpr':
        if (!/^sum$/i.test(slice(node.getChild('AggregateOp')!))) {
          return false;
        }
        break;
      case 'FunctionCall':
        if (
          !/^label_(?:replace|join)$/.test(
            slice(node.getChild('FunctionIdentifier')!),
          )
        ) {
          return false;
        }
        break;
      case 'BinaryExpr':
        if (!addsUp(node)) {
          return false;
        }
        break;
      default:
        return false;
    }
  }
  return false;
}

/** A number that is added would be added to each window, however long. */
function addsUp(node: SyntaxNode): boolean {
  let operation = '';
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (OPERATIONS.has(child.name)) {
      operation = child.name;
    }
  }
  return operation !== '' && !node.getChild('NumberDurationLiteral');
}
