import { ExitCode } from '../exitCodes';
import { Terminal } from '../Terminal';
import { CommandLoader } from './Commands';

/** What commands run in. */
export interface CommandContext {
  terminal: Terminal;
  commands: CommandLoader;
  /** Told the exit code of the command that ran. */
  finish(code: ExitCode): void;
}
