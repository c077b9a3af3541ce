import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adviseToInstall, installCommands } from './systemPackages.mjs';
import { UserError } from './UserError.mjs';

test('what is missing is named with the command for each system', () => {
  assert.equal(
    installCommands(['prometheus', 'alertmanager']),
    `  Debian, Ubuntu: sudo apt-get install --no-install-recommends prometheus prometheus-alertmanager
  macOS:          brew install prometheus && brew install alertmanager
  Fedora:         sudo dnf install golang-github-prometheus golang-github-prometheus-alertmanager`,
  );
});

test('what is required is asked for, with all else that is missing', () => {
  assert.throws(
    () => adviseToInstall(['postgresql', 'redis'], ['postgresql']),
    ({ constructor, message }) =>
      constructor === UserError &&
      message.startsWith('postgresql and redis must be installed first') &&
      message.includes(
        'postgresql prometheus-postgres-exporter redis-server prometheus-redis-exporter',
      ),
  );
});

test('what is not required is offered', () => {
  assert.match(
    adviseToInstall(['nats'], ['prometheus']),
    /^nats: not installed, so the demo simulates them\..*\n.*apt-get install --no-install-recommends nats-server\n/,
  );
});
