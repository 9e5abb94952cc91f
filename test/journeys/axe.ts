/** What Axe finds on a page, and whether the page is wider than its window. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { tested } from '../../src/web/accessibility/tested.ts'

/**
 * Faults of the page as it stands, one line for each rule: the rule and where. None: the page is clean.
 * @param exclude a selector of what is not looked at
 */
export async function axeFaults(page: Page, { exclude }: { readonly exclude?: string } = {}): Promise<string[]> {
  // In one piece: otherwise each look opens a blank page to put parts together, and our pages have no frames to look into.
  if (page.frames().length > 1) throw new Error('a page with frames: look into them too')
  const builder = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags([...tested.rules])
  const { violations } = await (exclude === undefined ? builder : builder.exclude(exclude)).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
}

/** So many CSS pixels are wider than the window. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
