import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { privateDirectory } from './privateDirectory';
import { startInfrastructure } from './startInfrastructure';

describe('privateDirectory', () => {
  const directory = mkdtempSync(join(tmpdir(), 'private-'));
  const own = join(directory, 'infrastructure');
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  afterEach(() => rmSync(own, { recursive: true, force: true }));

  it('is found from the demo, and gone when it is removed', async () => {
    const created = await privateDirectory(directory);
    expect(lstatSync(created.path).isDirectory()).toBe(true);
    expect(existsSync(own)).toBe(true);
    await created.remove();
    expect([existsSync(created.path), existsSync(own)]).toEqual([false, false]);
  });

  it('takes away what a demo left that was killed', async () => {
    const left = mkdtempSync(join(tmpdir(), 'sightline-'));
    writeFileSync(join(left, 'file'), '');
    symlinkSync(left, own);
    await (await privateDirectory(directory)).remove();
    expect(existsSync(left)).toBe(false);
  });

  it('never takes away what is not ours', async () => {
    const foreign = join(directory, 'foreign');
    mkdirSync(foreign);
    symlinkSync(foreign, own);
    await (await privateDirectory(directory)).remove();
    expect(existsSync(foreign)).toBe(true);
  });

  it('that cannot be made leaves all to the simulation', async () => {
    const file = join(directory, 'file');
    writeFileSync(file, '');
    const infrastructure = await startInfrastructure({
      directory: file,
      isActive: () => false,
    });
    for (const state of Object.values(infrastructure.states)) {
      expect(state.kind).toBe('simulated');
      expect(state.reason).toMatch(/EEXIST|ENOTDIR/);
    }
    await infrastructure.stop();
  });
});
