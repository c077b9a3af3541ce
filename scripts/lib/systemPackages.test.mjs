import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installCommands } from './systemPackages.mjs';

test('what is missing is named with the command for each system', () => {
  assert.equal(
    installCommands(['prometheus', 'alertmanager']),
    `  Debian, Ubuntu: sudo apt-get install --no-install-recommends prometheus prometheus-alertmanager
  macOS:          brew install prometheus && brew install alertmanager
  Fedora:         sudo dnf install golang-github-prometheus golang-github-prometheus-alertmanager`,
  );
});
