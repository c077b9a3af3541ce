import { createContext } from 'react';

/**
 * Name of the environment that the tab shows; `undefined` when the entity has none. What is read
 * below it is of this environment.
 */
export const EnvironmentContext = createContext<string | undefined>(undefined);
