import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { tested } from '../../src/web/accessibility/tested.ts'
import { axeFaults } from './axe.ts'
import { chromiumPath, launch, noChromium } from './serve.ts'

const faulty = `<!doctype html><html><title>Faults</title><body>
  <img src="data:,"><button></button><p style="color: #ccc; background: #fff">Hardly to be read</p><datalist><option></option></datalist>
</body></html>`

test.skipIf(chromiumPath === undefined)(`a look finds the faults that Axe finds in two pieces (${noChromium})`, async () => {
  const browser = await launch()
  try {
    const page = await (await browser.newContext()).newPage()
    await page.setContent(faulty)
    const { violations } = await new AxeBuilder({ page }).withTags([...tested.rules]).analyze()
    const rules = (await axeFaults(page)).map((line) => line.split(':')[0])
    expect(rules).toEqual(violations.map(({ id }) => id))
    expect(rules).toEqual(expect.arrayContaining(['button-name', 'color-contrast', 'html-has-lang', 'image-alt']))
    await page.setContent('<iframe srcdoc="<p>Inside"></iframe>')
    await expect(axeFaults(page)).rejects.toThrow('frames')
  } finally {
    await browser.close()
  }
})
