import { checkPorts } from './lib/checkMachine.mjs';
import { main } from './lib/main.mjs';
import { prepare } from './lib/prepare.mjs';
import { ProcessGroup } from './lib/ProcessGroup.mjs';
import { Progress } from './lib/Progress.mjs';
import { ROOT } from './lib/root.mjs';
import { lastLines } from './lib/runProgram.mjs';
import {
  readStartArguments,
  START_HELP,
  wantedPorts,
} from './lib/startArguments.mjs';
import { startDemo } from './lib/startDemo.mjs';
import { startPortal } from './lib/startPortal.mjs';
import { UserError } from './lib/UserError.mjs';

function welcome({ ports, grafana }, elapsed) {
  const at = port => `http://localhost:${port}`;
  return `
Ready after ${elapsed}.

  Open            ${at(ports.portal)}
  Sign in         as a guest: press “Enter”

  Prometheus      ${at(ports.prometheus)}
  Alertmanager    ${at(ports.alertmanager)}
  ${
    grafana
      ? `Grafana         ${grafana.url}`
      : `Grafana         ${at(
          ports.grafana,
        )} (a stand-in for the demo, admin/admin)`
  }

  Break something npm run demo -- incident start upload-failures
                  (pending within a minute, burning after about 4, firing after about 6)
  End it all      Ctrl-C
`;
}

/** Ctrl-C and its like: no failure, but the end of whatever is under way. */
class Interrupted extends Error {}

/** Fails with `Interrupted`. */
function interruption() {
  return new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => reject(new Interrupted(signal)));
    }
  });
}

async function run(options, progress, processes, interrupted) {
  await checkPorts(wantedPorts(options));
  const env = await prepare(
    ROOT,
    {
      required: ['prometheus', 'alertmanager'],
      optional: ['postgresql', 'redis', 'nats'],
    },
    progress,
  );
  // Whatever ends by itself ends the rest, also while we wait for something else.
  const ends = [interrupted];
  const until = ready => Promise.race([ready, ...ends]);

  await progress.step('Demo', async () => {
    // Its last lines say what the welcome says in a moment.
    let isReady = false;
    const demo = startDemo(processes, ROOT, env, options, line => {
      if (!isReady) {
        progress.say(`  ${line}`);
      }
    });
    ends.push(demo.ended);
    await until(demo.ready);
    isReady = true;
  });
  await progress.step('Portal', async () => {
    const portal = startPortal(processes, ROOT, env, options.ports);
    ends.push(portal.ended);
    await until(portal.ready);
  });
  process.stdout.write(welcome(options, progress.elapsed));
  await Promise.race(ends);
}

await main(async () => {
  const options = readStartArguments(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(`${START_HELP}\n`);
    return 0;
  }
  const progress = new Progress();
  const processes = new ProcessGroup();
  const interrupted = interruption();
  try {
    await Promise.race([
      run(options, progress, processes, interrupted),
      interrupted,
    ]);
    return 0;
  } catch (error) {
    if (error instanceof Interrupted) {
      return 0;
    }
    if (error.logFile) {
      throw new UserError(
        `${lastLines(error.logFile)}\n\n${
          error.message
        }. The whole output is in ${error.logFile}.`,
      );
    }
    throw error;
  } finally {
    await processes.stop();
    progress.say('Everything has ended.');
  }
});
process.exit();
