import { UserError } from './UserError.mjs';

/** Runs a script: what the person can put right is said in their words, the rest with its stack. */
export async function main(action) {
  try {
    process.exitCode = (await action()) ?? 0;
  } catch (error) {
    const text = error instanceof UserError ? error.message : error.stack;
    process.stderr.write(`\n${text}\n`);
    process.exitCode = 1;
  }
}
