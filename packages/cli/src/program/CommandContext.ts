import { ExitCode } from '../exitCodes';
import { Terminal } from '../Terminal';

/** What commands run in. */
export interface CommandContext {
  terminal: Terminal;
  /** Told the exit code of the command that ran. */
  finish(code: ExitCode): void;
}
