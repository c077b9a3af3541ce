import type { PanelQueryResult } from '@sightline/backstage-plugin-monitoring-common';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './support/fixtures';
import { faults } from './support/faults';
import { Lab } from './support/Lab';
import { pictureDistance, pictureGrid } from './support/pictureGrid';
import { scrollTo } from './support/scrollTo';

const LOOKS = path.resolve(
  __dirname,
  '../plugins/monitoring/src/components/dashboards/__fixtures__/looks',
);
const BASELINES = path.resolve(__dirname, 'baselines');
/** Set it to keep what is drawn now as the baseline; look at the pictures before. */
const KEEP = process.env.KEEP_BASELINES !== undefined;

/** Where the pictures themselves are put, to be looked at; absent means nowhere. */
const { PICTURES } = process.env;

/** 2026-01-01 01:00–05:00 UTC, which the answers are about. */
const TIME = { from: '1767229200000', to: '1767243600000', timezone: 'utc' };

interface Gallery {
  panels: { id: number; type: string; title: string }[];
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8'));
}

/** Every panel of the gallery as large as the pictures of it, two beside each other. */
function laidOut(gallery: Gallery): Gallery {
  return {
    ...gallery,
    panels: gallery.panels.map((panel, index) => ({
      ...panel,
      gridPos: {
        x: (index % 2) * 12,
        y: Math.floor(index / 2) * 9,
        w: 12,
        h: 9,
      },
    })),
  };
}

for (const theme of ['light', 'dark'] as const) {
  test(`every kind of panel looks as it did, ${theme}`, async ({
    portal,
    guest,
  }) => {
    test.setTimeout(240_000);
    const gallery = laidOut(
      await readJson<Gallery>(path.join(LOOKS, 'gallery.json')),
    );
    const answers = await readJson<Record<string, PanelQueryResult>>(
      path.join(LOOKS, 'answers.json'),
    );
    await guest.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await guest.setViewportSize({ width: 1_800, height: 1_000 });
    const lab = await Lab.open(
      guest,
      portal,
      { dashboard: gallery, panel: id => answers[id] },
      TIME,
    );

    const file = path.join(BASELINES, `${theme}.json`);
    const baseline: Record<string, string[]> = KEEP ? {} : await readJson(file);
    const changed: string[] = [];
    for (const { id, title } of gallery.panels) {
      const panel = lab.panel(title);
      await scrollTo(panel);
      await expect(panel.getByRole('status')).toHaveCount(0);
      await expect(panel.getByText('Not drawn here yet')).toHaveCount(0);
      await expect(panel).toHaveAttribute('aria-busy', 'false');
      const picture = await panel.screenshot({ animations: 'disabled' });
      if (PICTURES) {
        await mkdir(path.join(PICTURES, theme), { recursive: true });
        await writeFile(path.join(PICTURES, theme, `${id}.png`), picture);
      }
      const grid = await pictureGrid(guest, picture);
      if (KEEP) {
        baseline[title] = grid;
        continue;
      }
      const { mean, most } = pictureDistance(baseline[title] ?? [], grid);
      if (mean > 0.02 || most > 0.25) {
        changed.push(
          `${title}: ${(mean * 100).toFixed(1)} % on average, ${Math.round(
            most * 100,
          )} % at most`,
        );
      }
    }
    expect(changed).toEqual([]);
    expect(await faults(guest)).toEqual([]);
    if (KEEP) {
      await mkdir(BASELINES, { recursive: true });
      await writeFile(file, `${JSON.stringify(baseline)}\n`);
    }
  });
}
