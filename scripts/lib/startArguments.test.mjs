import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  demoArguments,
  readStartArguments,
  wantedPorts,
} from './startArguments.mjs';

test('without options everything is where the documentation says', () => {
  const { ports, grafana } = readStartArguments([]);
  assert.deepEqual(ports, {
    portal: 3000,
    backend: 7007,
    metrics: 9465,
    prometheus: 9090,
    alertmanager: 9093,
    grafana: 3001,
    control: 9464,
  });
  assert.equal(grafana, undefined);
});

test('one option moves one address, for the demo too', () => {
  const options = readStartArguments(['--prometheus-port', '19090']);
  assert.equal(options.ports.prometheus, 19090);
  assert.equal(options.ports.alertmanager, 9093);
  const args = demoArguments(options);
  assert.equal(args[args.indexOf('--prometheus-port') + 1], '19090');
});

test('a real Grafana takes the place of the stand-in and its port', () => {
  const options = readStartArguments([
    '--grafana-url',
    'https://grafana.example.com',
    '--grafana-token',
    'secret',
  ]);
  assert.deepEqual(demoArguments(options).slice(-4), [
    '--grafana-url',
    'https://grafana.example.com',
    '--grafana-token',
    'secret',
  ]);
  assert.ok(
    !wantedPorts(options).some(({ option }) => option === '--grafana-port'),
  );
});

test('alert rules go to files of Prometheus, or to Grafana', () => {
  const where = (...given) => {
    const args = demoArguments(readStartArguments(given));
    return args[args.indexOf('--alerts') + 1];
  };
  assert.equal(where(), 'ruleFiles');
  assert.equal(where('--alerts', 'grafana'), 'grafana');
});

for (const [args, message] of [
  [['--portal-port', 'high'], /--portal-port is 'high'/],
  [['--portal-port', '70000'], /between 1 and 65535/],
  [['--portal-port', '9090'], /--prometheus-port is 9090/],
  [['--grafana-url', 'http://localhost'], /belong together/],
  [['--alerts', 'nowhere'], /--alerts is 'nowhere'/],
  [['--speed', '2'], /--speed/],
]) {
  test(`${args.join(' ')} is refused by name`, () => {
    assert.throws(() => readStartArguments(args), message);
  });
}
