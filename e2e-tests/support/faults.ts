import AxeBuilder from '@axe-core/playwright';
import { Page } from '@playwright/test';

/** Faults that axe finds in what Sightline draws, not in Backstage's own frame. */
export async function faults(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .include('article')
    .analyze();
  return violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ html }) => html.slice(0, 200)),
  }));
}
