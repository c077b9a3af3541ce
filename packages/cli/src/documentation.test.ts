import { readFileSync } from 'node:fs';
import path from 'node:path';
import { exitCodes } from './exitCodes';
import { main } from './main';
import { CommandLoader } from './program/Commands';
import { Terminal } from './Terminal';

/** Runs no command, and tells which one would have run. */
async function parse(args: string[]): Promise<{
  code: number;
  command?: string;
  out: string;
  err: string;
}> {
  let command: string | undefined;
  let out = '';
  let err = '';
  const record = (name: string) => async () => async () => {
    command = name;
    return exitCodes.fine;
  };
  const commands: CommandLoader = {
    exportSlos: record('slo export'),
    reportDashboards: record('dashboards report'),
    showPlan: record('plan'),
    showStatus: record('slo status'),
    validate: record('validate'),
    writeRules: record('slo rules'),
  };
  const terminal: Terminal = {
    out: text => {
      out += text;
    },
    err: text => {
      err += text;
    },
    isInteractive: false,
    readInput: async () => '',
    directory: '/',
    env: {},
    now: () => new Date(0),
  };
  const code = await main(args, terminal, commands);
  return { code, command, out, err };
}

/** The arguments of every call of `sightline` in a text: of lines that a shell would run. */
function callsIn(text: string): string[][] {
  const lines = text.replace(/\\\n\s*/g, ' ').split('\n');
  return lines.flatMap(line => {
    const [, call] =
      /^\s*(?:\$ |- run: )?(?:\w+=\S+ |.*\| )?(?:npx (?:--yes )?@sightline\/cli|npm run sightline --|sightline) ((?!<).+)$/.exec(
        line,
      ) ?? [];
    if (call === undefined) {
      return [];
    }
    const [command] = call.split(/\s+(?:#|>|\||&&)\s*/);
    const words = command.match(/'[^']*'|\S+/g) ?? [];
    return [words.map(word => word.replace(/^'|'$/g, ''))];
  });
}

const HELP = [
  [],
  ['validate'],
  ['slo', 'rules'],
  ['slo', 'status'],
  ['slo', 'export'],
  ['plan'],
  ['dashboards', 'report'],
];

describe('what the documentation says to run', () => {
  const root = path.resolve(__dirname, '../../..');

  it.each(['docs/cli.md', 'packages/cli/README.md'])(
    'can be run: %s',
    async file => {
      const calls = callsIn(readFileSync(path.join(root, file), 'utf8'));
      expect(calls.length).toBeGreaterThan(3);
      for (const call of calls) {
        expect({ call, ...(await parse(call)) }).toMatchObject({
          call,
          code: 0,
          err: '',
          command: expect.any(String),
        });
      }
    },
  );

  it.each(HELP)(
    'can be run: the examples of the help of %s %s',
    async (...command) => {
      const args = command.filter(Boolean);
      const { code, out } = await parse([...args, '--help']);
      expect(code).toBe(0);
      const calls = callsIn(out);
      expect(calls.length).toBeGreaterThan(1);
      for (const call of calls) {
        const answer = await parse(call);
        expect({ call, ...answer }).toMatchObject({ call, code: 0, err: '' });
        expect(`${answer.command} `).toContain(args.join(' '));
      }
    },
  );

  it('names every command and every exit code', async () => {
    const page = readFileSync(path.join(root, 'docs/cli.md'), 'utf8');
    for (const command of HELP.slice(1)) {
      expect(page).toContain(`sightline ${command.join(' ')}`);
      const { out } = await parse([...command, '--help']);
      expect(out).toContain('Exit codes:');
    }
    for (const code of Object.values(exitCodes)) {
      expect(page).toMatch(new RegExp(`^\\| ${code} `, 'm'));
    }
  });
});
