import { UrlChanges } from '../../hooks/useUrlState';

/** Name in the page's address of what the tab shows. */
const VIEW_PARAM = 'view';
const VIEW = 'explore';

/** Name in the page's address of the expression that is run. */
export const EXPRESSION_PARAM = 'expr';

/** Name in the page's address of how the answer is shown. */
export const MODE_PARAM = 'show';

/** Whether an address is that of Explore. */
export function isExplore(params: URLSearchParams): boolean {
  return params.get(VIEW_PARAM) === VIEW;
}

/** What the address of Explore has; time and environment stay. */
export function toExplore(expression?: string): UrlChanges {
  return { [VIEW_PARAM]: VIEW, [EXPRESSION_PARAM]: expression };
}

/** What the address of Explore has and that of the tab has not. */
export const AWAY_FROM_EXPLORE: UrlChanges = {
  [VIEW_PARAM]: undefined,
  [EXPRESSION_PARAM]: undefined,
  [MODE_PARAM]: undefined,
};
