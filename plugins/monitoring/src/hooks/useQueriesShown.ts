import { useUrlState } from './useUrlState';

const NAME = 'show';
const VALUE = 'queries';

/** In the address of an SLO's page: its queries stand open. */
export const QUERIES_SHOWN = `${NAME}=${VALUE}`;

/** Whether the queries of an SLO stand open; it lives in the address, so it can be linked to. */
export function useQueriesShown() {
  const { params, change } = useUrlState();
  return {
    isShown: params.get(NAME) === VALUE,
    show: () => change({ [NAME]: VALUE }, { replace: true }),
    hide: () => change({ [NAME]: undefined }, { replace: true }),
  };
}
