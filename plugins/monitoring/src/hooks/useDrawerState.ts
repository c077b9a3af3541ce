import { useUrlState } from './useUrlState';

const NAME = 'provisioning';
const VALUE = 'open';

/** In the address of an entity's tab: the drawer stands open. */
export const PROVISIONING_OPEN = `${NAME}=${VALUE}`;

/** Whether the provisioning drawer stands open; it lives in the address, so it can be linked to. */
export function useDrawerState() {
  const { params, change } = useUrlState();
  return {
    isOpen: params.get(NAME) === VALUE,
    open: () => change({ [NAME]: VALUE }),
    close: () => change({ [NAME]: undefined }),
  };
}
