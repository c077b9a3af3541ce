import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureBundle } from './measureBundle.mjs';
import { ROOT } from './root.mjs';

/** Of gzip, in bytes. */
const KILOBYTE = 1_000;

const { initial, lazily, panels, typical, withDashboard } = await measureBundle(
  ROOT,
);

function kilobytes(bytes) {
  return `${(bytes / KILOBYTE).toFixed(1)} KB`;
}

test('prints what the tab of an entity weighs', t => {
  t.diagnostic(`at once: ${kilobytes(initial)}`);
  t.diagnostic(`with a dashboard: ${kilobytes(withDashboard)}`);
  for (const { module, bytes } of panels) {
    t.diagnostic(`  ${module}: ${kilobytes(bytes)} more`);
  }
  t.diagnostic(`with these panels: ${kilobytes(typical)}; later, each:`);
  for (const { module, bytes } of lazily) {
    t.diagnostic(`  ${module}: ${kilobytes(bytes)} more`);
  }
  assert.ok(
    lazily.length > 10,
    'each kind of panel is loaded when it is drawn',
  );
});

test('an entity’s tab is there after 80 KB', () => {
  assert.ok(initial <= 80 * KILOBYTE, kilobytes(initial));
});

test('an entity’s tab with SLOs, time series, figures and a table is at most 150 KB', () => {
  assert.ok(typical <= 150 * KILOBYTE, kilobytes(typical));
});

test('nothing that is loaded later brings more than 50 KB', () => {
  for (const { module, bytes } of [...panels, ...lazily]) {
    assert.ok(bytes <= 50 * KILOBYTE, `${module}: ${kilobytes(bytes)}`);
  }
});
