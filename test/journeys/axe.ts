/** What Axe finds on a page, what the page says of itself, and whether it is wider than its window. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { tested } from '../../src/web/accessibility/tested.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Faults of the page as it stands, one line for each rule: the rule and where. None: the page is clean. Axe is put into a page once, however often one
 * looks at it: that takes a third of the time of a look. A colour that still changes is waited for: halfway between a button that
 * could not be pressed and one that can, its words are hard to read for a tenth of a second, and that is no fault of the page.
 * @param exclude a selector of what is not looked at
 * @throws when the page has frames, as only the page itself is looked into
 */
export async function axeFaults(page: Page, { exclude }: { readonly exclude?: string } = {}): Promise<string[]> {
  if (page.frames().length > 1) throw new Error('a page with frames: look into them too')
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const how: RunOptions = { runOnly: { type: 'tag', values: [...tested.rules] }, resultTypes: ['violations'] }
  return page.evaluate(
    async ({ exclude, how }) => {
      const passing = document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
      await Promise.allSettled(passing.map(({ finished }) => finished))
      const { axe } = globalThis as unknown as { axe: { run(where: object, how: RunOptions): Promise<AxeResults> } }
      const { violations } = await axe.run(exclude === undefined ? document : { exclude: [[exclude]] }, how)
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
    },
    { exclude, how },
  )
}

/** What every page says of itself. */
export function headOf(
  page: Page,
): Promise<{ readonly language: string; readonly h1s: number; readonly title: string; readonly description: string }> {
  return page.evaluate(() => ({
    language: document.documentElement.lang,
    h1s: document.querySelectorAll('h1').length,
    title: document.title,
    description: document.querySelector('meta[name=description]')?.getAttribute('content') ?? '',
  }))
}

/** So many CSS pixels are wider than the window. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
