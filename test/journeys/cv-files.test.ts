/** Somebody gives a CV as a file, with a script and without, in both languages. The files are made here. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { docxOf } from '../../src/modules/people/documents/docx-for-tests.ts'
import { pdfOf, writePdf } from '../../src/modules/people/documents/pdf-for-tests.ts'
import { tested } from '../../src/web/accessibility/tested.ts'
import { axeFaults } from './axe.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

const smallWorld = { vacancies: 60, programmes: 20, offerings: 40, people: 20 }
const wide = { width: tested.widths.wide, height: 900 }

const cvLines = [
  'Ruby Fictief',
  'ruby.fictief@example.org',
  'Werkervaring',
  '2018 - nu: Systeembeheerder bij Voorbeeld BV',
  'Ik werk met Linux, Python en SQL.',
  'Talen',
  'Nederlands: moedertaal',
  'Engels: B2',
]
const pdf = { name: 'cv.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfOf(...cvLines)) }
const docx = {
  name: 'cv.docx',
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: Buffer.from(docxOf(...cvLines)),
}
/** Larger than other forms may be: a photo of 3 MB is in it. */
const large = {
  ...pdf,
  buffer: Buffer.from(writePdf({ pages: [[{ x: 60, y: 700, text: 'Linux' }]], attached: { 'photo.jpg': noise(3_000_000) } })),
}
const scanned = { ...pdf, buffer: Buffer.from(writePdf({ pages: [[]] })) }
const tooLarge = { ...pdf, buffer: Buffer.alloc(8_000_000, '%PDF-1.7 ') }

/** Bytes that do not shrink. */
function noise(count: number): Uint8Array {
  let seed = 7
  return Uint8Array.from({ length: count }, () => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
    return seed >> 16
  })
}

const said = {
  nl: {
    path: '/nl/profiel/cv',
    found: 'Systeembeheerder',
    picture: 'Er staat geen tekst in',
    tooLarge: 'groter dan 5 MB',
    none: 'Kies een bestand',
  },
  en: {
    path: '/en/profile/cv',
    found: 'System administrator',
    picture: 'There is no text in it',
    tooLarge: 'larger than 5 MB',
    none: 'Choose a file',
  },
} as const

let site: ServedSite

describe.skipIf(chromiumPath === undefined)(`a CV as a file, unless there is ${noChromium}`, () => {
  beforeAll(async () => {
    site = await serveSite(smallWorld)
  })
  afterAll(() => site?.close())

  const walk = async (javaScriptEnabled: boolean, steps: (page: Page) => Promise<void>): Promise<void> => {
    const context = await site.browser.newContext({ javaScriptEnabled, viewport: wide })
    try {
      await steps(await context.newPage())
      expect(site.errors).toEqual([])
    } finally {
      await context.close()
    }
  }
  const give = async (page: Page, file: typeof pdf): Promise<void> => {
    await page.setInputFiles('#file', file)
    await page.click('main button[type=submit]')
  }

  const ways = [
    ['without a script', false],
    ['with a script', true],
  ] as const

  describe.each(ways)('%s', (_way, hasScript) => {
    test.each([
      ['nl', 'a PDF', pdf],
      ['nl', 'a Word file', docx],
      ['en', 'a PDF', pdf],
      ['en', 'a Word file', docx],
    ] as const)('%s: %s is read, confirmed with its words, and only what is ticked is kept', async (language, _kind, file) => {
      await walk(hasScript, async (page) => {
        const { path, found } = said[language]
        await page.goto(`${site.origin}${path}`)
        await give(page, file)
        await page.locator('.find q').first().waitFor()
        const read = (await page.locator('main').textContent()) ?? ''
        expect(read).toContain(found)
        // Her name is a programming language too, and a line of a file is none that she can count.
        expect(read).not.toMatch(/Ruby|Fictief|\((?:regel|line) \d/)
        expect(await page.content()).not.toMatch(/fictief@example/)
        await page.locator('.find li', { hasText: 'Python' }).locator('input').first().uncheck()
        await page.click('main button[type=submit]')
        await page.locator('#skills details').waitFor({ state: 'attached' })
        const kept = (await page.locator('#skills details').textContent()) ?? ''
        expect(kept).toContain('SQL')
        expect(kept).not.toContain('Python')
      })
    })

    test.each(['nl', 'en'] as const)(
      '%s: what cannot be read is said at its field, and what was pasted stays',
      async (language) => {
        await walk(hasScript, async (page) => {
          const { path, picture, tooLarge: size, none } = said[language]
          for (const [file, message] of [
            [undefined, none],
            [scanned, picture],
            [tooLarge, size],
          ] as const) {
            await page.goto(`${site.origin}${path}`)
            if (file) {
              await page.fill('#cv', 'Ook geplakt')
              await give(page, file)
            } else await page.click('main button[type=submit]')
            await page.locator('#file-e').waitFor()
            expect(await page.locator('#file-e').textContent()).toContain(message)
            expect(await page.getAttribute('#file', 'aria-invalid')).toBe('true')
            expect(await page.getAttribute('#file', 'aria-describedby')).toContain('file-e')
            // The summary has the focus, and leads to the field.
            expect(await page.evaluate(() => document.activeElement?.querySelector('.alert a')?.getAttribute('href'))).toBe(
              '#file',
            )
            // A form that was too large is not kept, so neither is its text.
            if (file === scanned) expect(await page.inputValue('#cv')).toBe('Ook geplakt')
          }
        })
      },
    )
  })

  test.each(['nl', 'en'] as const)('%s: axe finds nothing before, after a mistake and while confirming', async (language) => {
    await walk(true, async (page) => {
      await page.goto(`${site.origin}${said[language].path}`)
      expect(await axeFaults(page)).toEqual([])
      await give(page, scanned)
      await page.locator('#file-e').waitFor()
      expect(await axeFaults(page)).toEqual([])
      await give(page, pdf)
      await page.locator('.find q').first().waitFor()
      expect(await axeFaults(page)).toEqual([])
    })
  })

  test('a CV in two columns as a browser prints it is read column by column', async () => {
    await walk(true, async (page) => {
      await page.setContent(
        `<div style="display:grid;grid-template-columns:180px 1fr;gap:20px;font:14px sans-serif">
          <aside><h2>Vaardigheden</h2><ul><li>Linux</li><li>SQL</li></ul><h2>Talen</h2><p>Engels: B2</p></aside>
          <main><h1>Ruby Fictief</h1><h2>Werkervaring</h2><p>2018 – heden: <b>Systeembeheerder</b></p><p>Beheer van efficiënte netwerken</p></main>
        </div>`,
      )
      const printed = await page.pdf({ format: 'A4' })
      const catalogue = await site.modules.skills.catalogue()
      const cv = await site.modules.people.openCv(new Uint8Array(printed), catalogue)
      expect(cv.kind === 'text' && cv.text.split('\n').filter((line) => line.trim() !== '')).toEqual([
        'Iemand',
        'Werkervaring',
        '2018 – heden: Systeembeheerder',
        'Beheer van efficiënte netwerken',
        'Vaardigheden',
        'Linux',
        'SQL',
        'Talen',
        'Engels: B2',
      ])
    })
  })

  test('a file larger than other forms may be is read; only here', async () => {
    await walk(false, async (page) => {
      await page.goto(`${site.origin}/nl/profiel/cv`)
      await give(page, large)
      expect(await page.locator('.find').textContent()).toContain('Linux')
    })
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(2_000_000)]))
    const elsewhere = await fetch(`${site.origin}/nl/profiel`, { method: 'POST', body: form })
    expect(elsewhere.status).toBe(413)
    // What was left of the form does not stay in the connection.
    expect((await fetch(`${site.origin}/nl/profiel`)).status).toBe(200)
  })

  test.each([
    ['from another site', { origin: 'https://elsewhere.example' }, undefined, 403],
    ['that is no form', { 'content-type': 'application/pdf' }, pdf.buffer, 400],
    [
      'that breaks off',
      { 'content-type': 'multipart/form-data; boundary=x' },
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
      400,
    ],
    ['without a boundary', { 'content-type': 'multipart/form-data' }, 'abc', 400],
  ])('a form %s is refused', async (_what, headers, body, status) => {
    const form = new FormData()
    form.set('source', 'Linux')
    const answer = await fetch(`${site.origin}/nl/profiel/cv`, {
      method: 'POST',
      headers: headers as Record<string, string>,
      body: body === undefined ? form : typeof body === 'string' ? body : new Uint8Array(body),
    })
    expect(answer.status).toBe(status)
    expect(site.errors).toEqual([])
  })

  test('two files at once are refused, as are parts without end', async () => {
    const two = new FormData()
    two.append('file', new Blob(['Linux']), 'a.txt')
    two.append('file', new Blob(['SQL']), 'b.txt')
    expect((await fetch(`${site.origin}/nl/profiel/cv`, { method: 'POST', body: two })).status).toBe(400)
    const many = new FormData()
    for (let at = 0; at < 3_000; at++) many.append('key', `${at}`)
    expect((await fetch(`${site.origin}/nl/profiel/cv`, { method: 'POST', body: many })).status).toBe(400)
  })
})
