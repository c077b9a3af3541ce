import { CommanderError } from 'commander';
import { describeError } from './describeError';
import { ExitCode, exitCodes } from './exitCodes';
import { CommandLoader } from './program/Commands';
import { createProgram } from './program/createProgram';
import { lazyCommands } from './program/lazyCommands';
import { Terminal } from './Terminal';
import { UsageError } from './UsageError';

/** Errors of a server that was asked, by the names that Backstage gives them. */
const UPSTREAM = ['ServiceUnavailableError', 'ResponseError', 'TimeoutError'];

/**
 * Runs one command.
 *
 * @param args - without the program's name
 * @param commands - loaded when they run
 * @returns the exit code; never throws
 */
export async function main(
  args: string[],
  terminal: Terminal,
  commands: CommandLoader = lazyCommands,
): Promise<ExitCode> {
  let code: ExitCode = exitCodes.fine;
  const program = createProgram({
    terminal,
    commands,
    finish: result => {
      code = result;
    },
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and version are what was asked for.
      return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
    }
    terminal.err(`sightline: ${describeError(error)}\n`);
    if (error instanceof UsageError) {
      return exitCodes.usage;
    }
    return error instanceof Error && UPSTREAM.includes(error.name)
      ? exitCodes.unreachable
      : exitCodes.problems;
  }
}
