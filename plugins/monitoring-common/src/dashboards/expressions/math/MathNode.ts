/** What stands between two parts of a formula. */
export const BINARY_OPERATORS = [
  '||',
  '&&',
  '==',
  '!=',
  '>',
  '>=',
  '<',
  '<=',
  '+',
  '-',
  '*',
  '/',
  '%',
  '**',
] as const;

export type BinaryOperator = (typeof BINARY_OPERATORS)[number];
export type UnaryOperator = '!' | '-';

/** A formula as a tree. */
export type MathNode =
  | { type: 'constant'; value: number }
  /** The answer of a query or of another expression. */
  | { type: 'reference'; refId: string }
  | { type: 'unary'; operator: UnaryOperator; argument: MathNode }
  | {
      type: 'binary';
      operator: BinaryOperator;
      left: MathNode;
      right: MathNode;
    }
  | { type: 'call'; name: string; arguments: MathNode[] };
