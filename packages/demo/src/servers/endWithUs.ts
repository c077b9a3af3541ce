import { spawn } from 'node:child_process';
import { Socket } from 'node:net';

/**
 * Waits for a line. When there is none because whoever was to write it is gone, asks the process
 * group to end, and a moment later makes it.
 */
const WATCH =
  'read -r line || { kill -s "$2" -- "-$1"; sleep 1; kill -s KILL -- "-$1"; }';

/**
 * Has a process group ended when this process is killed with no chance to do it itself.
 *
 * @param group - id of its first process
 * @param signal - what asks it to end
 * @returns to be called when it has ended, so that nobody with the same id is ended later
 */
export function endWithUs(group: number, signal: NodeJS.Signals): () => void {
  const watch = spawn(
    '/bin/sh',
    ['-c', WATCH, 'sh', String(group), signal.replace('SIG', '')],
    // Apart from our own group, which may be killed as a whole.
    { detached: true, cwd: '/', stdio: ['pipe', 'ignore', 'ignore'] },
  );
  // No shell: we go without. Both neither keep this process alive nor make it fail.
  watch.on('error', () => {});
  watch.stdin.on('error', () => {});
  watch.unref();
  (watch.stdin as Socket).unref();
  return () => watch.stdin.end('over\n');
}
