import { MemoryStore } from '../../__testUtils__/builders';
import { ChaosProcess } from './ChaosProcess';

/** A database that a killed process does not reach any more. */
export function mortalStore(store: MemoryStore): MemoryStore {
  return new Proxy(store, {
    get(target, name) {
      const value = Reflect.get(target, name);
      return typeof value === 'function'
        ? async (...args: unknown[]) => {
            const process = ChaosProcess.current();
            if (name === 'saveRun') {
              process?.runs.add((args[0] as { id: string }).id);
            }
            process?.step();
            return value.apply(target, args);
          }
        : value;
    },
  });
}
