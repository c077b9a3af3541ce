import { ChaosProcess } from './ChaosProcess';

/** The module itself, which the code under test calls through. */
const files: typeof import('node:fs/promises') =
  jest.requireActual('node:fs/promises');

/** Writes of files, between any two of which a process can be killed. */
const WRITES = ['rename', 'rm', 'mkdir', 'writeFile'] as const;

/**
 * From now on a killed process changes no file any more, and one that is killed while it writes a
 * file leaves half of it.
 *
 * @returns how to end that
 */
export function letFilesDie(): () => void {
  const spies = WRITES.map(name => {
    const real = files[name] as (...args: unknown[]) => Promise<unknown>;
    return jest.spyOn(files, name).mockImplementation((async (
      ...args: unknown[]
    ) => {
      const running = ChaosProcess.current();
      running?.step();
      const result = await real(...args);
      running?.step();
      return result;
    }) as never);
  });
  const open = files.open;
  const spy = jest.spyOn(files, 'open').mockImplementation(async (...args) => {
    const running = ChaosProcess.current();
    running?.step();
    const file = await open(...args);
    const write = file.writeFile.bind(file);
    file.writeFile = async text => {
      try {
        running?.step();
      } catch (error) {
        await write(String(text).slice(0, String(text).length / 2));
        throw error;
      }
      await write(text);
    };
    return file;
  });
  return () => [...spies, spy].forEach(one => one.mockRestore());
}
