/** Ids of panels that alerts point to. */
export const HTTP_PANELS = {
  requests: 10,
  errorRatio: 11,
  duration: 12,
} as const;

/** Share of failing requests. */
export const ERRORS = { warning: 0.01, critical: 0.05 };

/** In seconds. */
export const SLOW = { warning: 0.5, critical: 1 };

/** Series of a panel by route: routes that are asked for least are left out. */
const ROUTES = 20;

/** Whoever takes paths for routes has thousands. */
export function busiest(expression: string): string {
  return `topk(${ROUTES}, ${expression})`;
}
