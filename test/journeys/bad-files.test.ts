/**
 * Every page about learning that takes a file, with files that are no good: of another sort, packed to burst, with a script in it, and of a hundred
 * megabytes. Each says what is wrong on a page, through the real server; none of it is kept, and memory does not grow with what is sent.
 */
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { zipOf } from '../../src/modules/credits/zip-for-tests.ts'
import { pathTo } from '../../src/web/paths.ts'
import { credentialWords } from '../../src/web/words/credentials.ts'
import { creditToldWords } from '../../src/web/words/credits-told.ts'
import { teachingWords } from '../../src/web/words/teaching.ts'
import { demoSession, look, signedInAs } from './looking.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

const smallWorld = { vacancies: 60, programmes: 20, offerings: 40, people: 20 }
const educator = 'demo-organisation-educator'
const hundredMegabytes = 100_000_000
/** More, where memory is looked at: what comes and goes by itself in a machine that runs all of a test is some tens of megabytes. */
const muchMore = 240_000_000

const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>document.title = "ran"</script></svg>',
)
const program = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0'), Buffer.alloc(400, 7)])
/** A Word file whose picture unpacks to more than a hundred megabytes; and one that lies about it. */
const wordParts = [
  { name: '[Content_Types].xml', data: Buffer.from('<Types/>') },
  { name: 'word/document.xml', data: Buffer.from('<w:document/>') },
]
const wordBomb = Buffer.from(zipOf([...wordParts, { name: 'word/media/image1.png', data: Buffer.alloc(110_000_000) }]))
const lyingBomb = Buffer.from(zipOf([...wordParts, { name: 'word/media/image1.png', data: Buffer.alloc(110_000_000), says: 10 }]))
const textBomb = Buffer.from(
  zipOf([
    { name: '[Content_Types].xml', data: Buffer.from('<Types/>') },
    { name: 'word/document.xml', data: Buffer.alloc(110_000_000, ' ') },
  ]),
)

type Language = 'nl' | 'en'

interface Upload {
  readonly name: string
  readonly who: string | undefined
  readonly intent: string
  readonly path: (language: Language) => string
  /** What the page says of each. */
  readonly cases: readonly (readonly [what: string, file: string, bytes: Buffer, says: string])[]
  readonly tooLarge: Readonly<Record<Language, string>>
}

let site: ServedSite
let work: { readonly placement: string; readonly activity: string }
let folder = ''
let bigFile = ''

const words = {
  nl: { credential: credentialWords.nl.give.wrong, evidence: creditToldWords.nl.wrong, teaching: teachingWords.nl.wrong },
  en: { credential: credentialWords.en.give.wrong, evidence: creditToldWords.en.wrong, teaching: teachingWords.en.wrong },
} as const
const { credential, evidence, teaching } = words.nl
const inBoth = (of: (said: (typeof words)[Language]) => string): Readonly<Record<Language, string>> => ({
  nl: of(words.nl),
  en: of(words.en),
})
const ofBadges: Upload['cases'] = [
  ['another sort', 'badge.png', program, credential.kind],
  ['a script in an SVG', 'badge.svg', svg, credential.noBadge],
  ['packed to burst', 'badge.png', pngWith(deflateSync(Buffer.alloc(50_000_000, ' '))), credential.tooMuch],
  ['a zip', 'badge.zip', wordBomb, credential.kind],
]
const ofTexts: Upload['cases'] = [
  ['another sort', 'cursus.pdf', program, teaching.unreadable],
  ['a script in an SVG', 'cursus.svg', svg, teaching.unreadable],
  ['packed to burst', 'cursus.docx', textBomb, teaching.unreadable],
]

const uploads: readonly Upload[] = [
  {
    ...{
      name: 'a badge to be checked',
      who: undefined,
      intent: 'check',
      path: (language) => pathTo('credentialCheck', language),
    },
    ...{ cases: ofBadges, tooLarge: inBoth(({ credential }) => credential.tooLarge(5)) },
  },
  {
    ...{ name: 'a badge to be kept', who: 'iris', intent: 'look', path: (language) => pathTo('heldCredentials', language) },
    ...{ cases: ofBadges, tooLarge: inBoth(({ credential }) => credential.tooLarge(5)) },
  },
  {
    ...{
      name: 'evidence beside work',
      who: 'tijn',
      intent: 'addFile',
      path: (language) => pathTo('creditsWork', language, work),
    },
    cases: [
      ['another sort', 'verslag.pdf', program, evidence.type],
      ['a script in an SVG', 'verslag.svg', svg, evidence.markup],
      ['packed to burst', 'verslag.docx', wordBomb, evidence.zipBomb],
      ['packed to burst, and lying', 'verslag.docx', lyingBomb, evidence.damaged],
      ['a packed stream', 'verslag.txt', gzipSync(Buffer.alloc(50_000_000)), evidence.type],
    ],
    tooLarge: inBoth(({ evidence }) => evidence.tooLarge),
  },
  {
    ...{
      name: 'programmes of an educator',
      who: 'lotte',
      intent: 'read',
      path: (language) => pathTo('teachingImport', language, { organisation: educator }),
    },
    cases: [
      ['another sort', 'opleidingen.json', program, teaching.wrongType],
      ['a script in an SVG', 'opleidingen.csv', svg, teaching.wrongType],
      ['packed to burst', 'opleidingen.json', gzipSync(Buffer.alloc(50_000_000)), teaching.zip],
      ['a zip', 'opleidingen.csv', wordBomb, teaching.zip],
    ],
    tooLarge: inBoth(({ teaching }) => teaching.tooLarge),
  },
  {
    ...{
      name: 'the text of a course',
      who: 'lotte',
      intent: 'fromText',
      path: (language) => pathTo('teachingNew', language, { organisation: educator }),
    },
    ...{ cases: ofTexts, tooLarge: inBoth(({ teaching }) => teaching.tooLarge) },
  },
  {
    ...{ name: 'a text with a programme', who: 'lotte', intent: 'readText' },
    path: (language) => pathTo('teachingProgramme', language, { organisation: educator, programme: 'demo-programme-draft' }),
    ...{ cases: ofTexts, tooLarge: inBoth(({ teaching }) => teaching.tooLarge) },
  },
]

describe.skipIf(chromiumPath === undefined)(`files that are no good, unless there is ${noChromium}`, { timeout: 240_000 }, () => {
  beforeAll(async () => {
    site = await serveSite(smallWorld)
    const [activity] = await site.db.query<{ id: string; book: string }>(
      `select id, book from activity where person = 'demo-account-tijn' and state = 'logged' limit 1`,
    )
    work = { placement: activity?.book ?? '', activity: activity?.id ?? '' }
    folder = mkdtempSync(join(tmpdir(), 'schakel-files-'))
    bigFile = join(folder, 'groot.json')
    const file = openSync(bigFile, 'w')
    ftruncateSync(file, hundredMegabytes)
    closeSync(file)
  }, 600_000)
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await site?.close()
  })

  const inLanguages = uploads.flatMap((upload) =>
    (['nl', 'en'] as const).map((language) => ({ upload, name: upload.name, language })),
  )
  const all = uploads.flatMap((upload) => upload.cases.map((one) => ({ upload, name: upload.name, what: one[0], one })))
  test.each(all)('$name: $what is told on the page', async ({ upload, one: [, name, bytes, says] }) => {
    const form = new FormData()
    form.set('intent', upload.intent)
    form.set('file', new File([new Uint8Array(bytes)], name))
    const answer = await fetch(`${site.origin}${upload.path('nl')}`, {
      method: 'POST',
      headers: await headersOf(upload),
      body: form,
    })
    const text = await answer.text()
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(unescaped(text)).toContain(says)
    // Nothing of what was sent comes back as something that a browser runs.
    expect(text).not.toContain('document.title')
    expect(site.errors).toEqual([])
  })

  test.each(inLanguages)(
    '$name, in $language: two hundred and forty megabytes are told on the page, and are not held in memory',
    async ({ upload, language }) => {
      // The first one fills what the machine keeps for such work; what counts is whether it goes on growing.
      await sendLarge(upload, language)
      const before = process.memoryUsage().rss
      const { status, text, highest } = await sendLarge(upload, language)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
      expect(unescaped(text)).toContain(upload.tooLarge[language])
      // All of it would be two hundred and forty.
      expect(highest - before).toBeLessThan(150_000_000)
      expect(site.errors).toEqual([])
    },
  )

  test.each(uploads)(
    '$name: in a browser too, which sends all of it and then shows the answer',
    async ({ name, who, path, tooLarge }) => {
      const context = await (who === undefined
        ? site.browser.newContext({ javaScriptEnabled: false })
        : signedInAs(site, who, { javaScriptEnabled: false }))
      const page = await context.newPage()
      await page.goto(`${site.origin}${path('nl')}`)
      const input = page.locator('input[type=file]').first()
      // Some forms stand folded.
      await page.evaluate(() => undefined).catch(() => undefined)
      await input.setInputFiles(bigFile)
      await page.locator('form', { has: input }).locator('button[type=submit]').first().dispatchEvent('click')
      await page.getByText(tooLarge.nl).first().waitFor()
      await look(page, `too-large-${name.replaceAll(' ', '-')}`)
      await context.close()
    },
  )

  test('none of it was kept', async () => {
    expect(await site.db.query('select 1 from held_credential where not demo')).toEqual([])
    const names = await site.db.query<{ name: string }>('select name from evidence where activity not like $1', ['demo%'])
    expect(names.filter(({ name }) => /verslag|groot/.test(name))).toEqual([])
  })
})

async function headersOf({ who }: Upload): Promise<Record<string, string>> {
  return { origin: site.origin, ...(who === undefined ? {} : { cookie: `schakel_session=${await demoSession(site, who)}` }) }
}

/** Sends a form with a file of many megabytes a piece at a time, and looks at memory meanwhile. */
async function sendLarge(
  upload: Upload,
  language: Language,
): Promise<{ readonly status: number; readonly text: string; readonly highest: number }> {
  const lines = (...given: string[]): Buffer => Buffer.from(given.join('\r\n'))
  const head = lines(
    ...['--x', 'content-disposition: form-data; name="intent"', '', upload.intent, '--x'],
    ...['content-disposition: form-data; name="file"; filename="groot.json"', 'content-type: application/octet-stream', '', ''],
  )
  const end = lines('', '--x--', '')
  const piece = Buffer.alloc(1_000_000, 'x')
  let highest = 0
  const headers = {
    ...(await headersOf(upload)),
    'content-type': 'multipart/form-data; boundary=x',
    'content-length': String(head.length + muchMore + end.length),
  }
  return new Promise((resolve, reject) => {
    const sent = request(`${site.origin}${upload.path(language)}`, { method: 'POST', headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8'), highest }))
      answer.on('error', reject)
    })
    sent.on('error', reject)
    sent.write(head)
    let left = muchMore / piece.length
    const more = (): void => {
      highest = Math.max(highest, process.memoryUsage().rss)
      if (left-- === 0) sent.end(end)
      else if (sent.write(piece)) setImmediate(more)
      else sent.once('drain', more)
    }
    more()
  })
}

const unescaped = (html: string): string =>
  html.replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('<!-- -->', '')

/** A picture whose packed text unpacks to far too much. */
function pngWith(packed: Buffer): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const framed = Buffer.alloc(data.length + 12)
    framed.writeUInt32BE(data.length)
    named.copy(framed, 4)
    framed.writeUInt32BE(crc32(named), data.length + 8)
    return framed
  }
  const text = Buffer.concat([Buffer.from('openbadgecredential\0\x01\0\0\0', 'latin1'), packed])
  const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([head, chunk('IHDR', Buffer.alloc(13)), chunk('iTXt', text), chunk('IEND', Buffer.alloc(0))])
}
