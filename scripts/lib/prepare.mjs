import { checkDisk } from './checkMachine.mjs';
import { prepareDependencies } from './dependencies.mjs';
import { prepareSystemPackages } from './systemPackages.mjs';
import { prepareToolchain } from './toolchain.mjs';

/**
 * Makes a bare machine ready: tool chain, system packages, npm packages. What is there is left alone.
 *
 * @param {{ required: string[], optional?: string[] }} systemPackages - keys of SYSTEM_PACKAGES
 * @returns the environment in which everything else is to run
 */
export async function prepare(root, systemPackages, progress) {
  checkDisk(root);
  const env = await prepareToolchain(root, progress);
  await prepareSystemPackages(systemPackages, root, progress);
  await prepareDependencies(root, env, progress);
  return env;
}
