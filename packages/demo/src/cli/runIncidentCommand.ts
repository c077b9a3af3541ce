import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, NotFoundError } from '@backstage/errors';
import { INCIDENTS, Incident } from '../incidents';

const USAGE =
  'npm run demo -- incident list, npm run demo -- incident start <name>, npm run demo -- incident end <name>';

async function controlUrl(directory: string): Promise<string> {
  try {
    const { port } = JSON.parse(
      await readFile(join(directory, 'demo.json'), 'utf8'),
    );
    return `http://127.0.0.1:${port}`;
  } catch {
    throw new NotFoundError(
      'the demo does not run; start it first: npm start (or npm run demo -- run, without the portal)',
    );
  }
}

async function call(
  directory: string,
  method: string,
  path: string,
): Promise<Incident[]> {
  const url = await controlUrl(directory);
  const response = await fetch(`${url}${path}`, { method }).catch(() => {
    throw new NotFoundError(`the demo does not answer at ${url}`);
  });
  const body = await response.json();
  if (!response.ok) {
    throw new Error(body.message);
  }
  return body;
}

/** The list for people: what there is, and what is on since when. */
function describe(active: Incident[]): string[] {
  return Object.entries(INCIDENTS).map(([name, what]) => {
    const since = active.find(incident => incident.name === name)?.start;
    const state =
      since === undefined
        ? 'off'
        : `ON since ${new Date(since * 1000).toTimeString().slice(0, 8)}`;
    return `${name.padEnd(22)} ${state.padEnd(17)} ${what}`;
  });
}

/**
 * Lists, starts or ends incidents in a running demo.
 *
 * @throws when the demo does not run, or does not know or cannot do what is asked
 */
export async function runIncidentCommand(
  args: string[],
  directory: string,
  print: (line: string) => void,
): Promise<void> {
  const [verb, name] = args;
  if (verb === 'list' && args.length === 1) {
    const active = await call(directory, 'GET', '/incidents');
    describe(active).forEach(print);
  } else if ((verb === 'start' || verb === 'end') && args.length === 2) {
    const method = verb === 'start' ? 'PUT' : 'DELETE';
    await call(directory, method, `/incidents/${encodeURIComponent(name)}`);
    print(
      verb === 'start'
        ? `${name} is on. ${INCIDENTS[name as keyof typeof INCIDENTS]}.`
        : `${name} is over. Alerts go as the last minutes drop out of their windows.`,
    );
  } else {
    throw new InputError(USAGE);
  }
}
