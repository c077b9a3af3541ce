import { main } from './main';
import { processTerminal } from './processTerminal';

main(process.argv.slice(2), processTerminal()).then(code => {
  process.exitCode = code;
});
