import { expect, Locator } from '@playwright/test';

/**
 * Scrolls something into view. What is far is a placeholder that its panel takes the place of as it
 * comes near, maybe while the browser scrolls: then it is looked for again.
 */
export async function scrollTo(locator: Locator): Promise<void> {
  await expect(() => locator.scrollIntoViewIfNeeded({ timeout: 5_000 })).toPass(
    { timeout: 30_000 },
  );
}
