import { ExpressionPosition } from '@sightline/backstage-plugin-monitoring-common';

/** Where the backend found a fault in an expression; undefined when that is not what is wrong. */
export function positionOf(error: unknown): ExpressionPosition | undefined {
  const { cause } = (error ?? {}) as { cause?: unknown };
  const { position } = (cause ?? {}) as {
    position?: Partial<ExpressionPosition>;
  };
  const { offset, length, line, column } = position ?? {};
  return typeof offset === 'number' &&
    typeof length === 'number' &&
    typeof line === 'number' &&
    typeof column === 'number'
    ? { offset, length, line, column }
    : undefined;
}
