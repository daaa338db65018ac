import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What is wrong with the page as it stands: findings of axe-core, and content that is wider than
 * the window. Empty when nothing is.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const faults = violations.map(
    ({ id, nodes }) =>
      `${page.url()}: ${id} at ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
  // As text: the server's types, which hold here, know no document.
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  if (overflow > 0) faults.push(`${page.url()}: ${overflow} px wider than the window`);
  return faults;
}

/** Live events keep the network busy for ever, so "nothing is loading" is asked of the page. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  // The page's own policy forbids to evaluate text while waiting: count from outside.
  const loading = page.locator('[role=status][aria-label]');
  for (let i = 0; i < 200 && (await loading.count()) > 0; i++) await page.waitForTimeout(50);
  await page.waitForTimeout(250);
}
