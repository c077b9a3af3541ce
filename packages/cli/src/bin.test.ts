import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { Sandbox } from './__testUtils__/Sandbox';
import { CHECKOUT } from './__testUtils__/samples';

jest.setTimeout(60_000);

const BIN = path.resolve(__dirname, '../bin/sightline');

describe('the program', () => {
  it('shows its help without loading what commands need', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      BIN,
      '--help',
    ]);
    expect(stdout).toMatch(/^Usage: sightline /);
    for (const command of ['validate', 'slo', 'plan']) {
      expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    }
  });

  it('runs a command, and tells the shell how it went', async () => {
    const sandbox = await Sandbox.create({ 'catalog-info.yaml': CHECKOUT });
    try {
      const run = promisify(execFile);
      const options = { cwd: sandbox.directory };
      const { stdout, stderr } = await run(
        process.execPath,
        [BIN, 'validate', '.'],
        options,
      );
      expect(stdout).toBe('');
      expect(stderr).toMatch(/no problems\n$/);
      await expect(
        run(process.execPath, [BIN, 'plan', '.'], options),
      ).rejects.toMatchObject({ code: 4 });
    } finally {
      await sandbox.remove();
    }
  });

  it('reads standard input, and bears that nobody reads on', async () => {
    const child = spawn(process.execPath, [BIN, 'slo', 'rules', '-'], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const ended = new Promise(resolve => child.once('exit', resolve));
    let err = '';
    child.stderr.on('data', data => {
      err += data;
    });
    child.stdout.destroy();
    child.stdin.end(CHECKOUT);
    expect(await ended).toBe(0);
    expect(err).toBe('');
  });
});
