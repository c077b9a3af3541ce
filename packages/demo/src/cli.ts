import { runDemo } from './cli/runDemo';
import { runIncidentCommand } from './cli/runIncidentCommand';

const HELP = `npm run demo -- run [--directory .demo] [--prometheus-port 9090] [--alertmanager-port 9093]
              [--grafana-port 3001] [--control-port 9464] [--metrics-port 9465]
              [--grafana-url … --grafana-token …]
                             runs the demo without the portal
npm run demo -- incident list      shows what can go wrong, and what does
npm run demo -- incident start <name>
npm run demo -- incident end <name>`;

const print = (line: string) => {
  process.stdout.write(`${line}\n`);
};

async function main([command, ...args]: string[]): Promise<void> {
  if (command === 'run') {
    await runDemo(args, print);
  } else if (command === 'incident') {
    await runIncidentCommand(
      args,
      process.env.SIGHTLINE_DEMO_DIRECTORY ?? '.demo',
      print,
    );
  } else {
    print(HELP);
    process.exitCode = command === '--help' ? 0 : 1;
  }
}

main(process.argv.slice(2)).then(
  () => process.exit(),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);
