import { useCallback } from 'react';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';

/** Gives a function that reads the refs of the user and of the groups that the user is in. */
export function useOwnership(): () => Promise<string[]> {
  const identityApi = useApi(identityApiRef);
  return useCallback(async () => {
    const identity = await identityApi.getBackstageIdentity();
    const refs = [identity.userEntityRef, ...identity.ownershipEntityRefs];
    return [...new Set(refs.map(ref => ref.toLocaleLowerCase('en-US')))];
  }, [identityApi]);
}
