import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentXml, docxOf, docxParts, paragraph, writeZip } from './docx-for-tests.ts'
import { cvFileLimits } from './limits.ts'
import { page, pdfOf, writePdf } from './pdf-for-tests.ts'
import { readCvFile } from './read-cv-file.ts'
import { type RefusalReason, refusalReasons } from './refusal.ts'
import { UnreadableCv } from './unreadable-cv.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array => new Uint8Array(Buffer.from(text, encoding))
/** A machine that does other things too must not change the reason. */
const patient = 40_000
const textOf = async (file: Uint8Array | string): Promise<string> => {
  const content = await readCvFile(file, patient)
  if (!('text' in content)) throw new Error('it was no text')
  return content.text
}
const refusal = async (file: Uint8Array | string): Promise<UnreadableCv> => {
  try {
    await readCvFile(file, patient)
  } catch (error) {
    if (error instanceof UnreadableCv) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('a CV file is read by what it is', () => {
  test('PDF', async () => {
    expect(await textOf(pdfOf('Werkervaring', '2019 - nu: Systeembeheerder', 'Café (één)'))).toBe(
      'Werkervaring\n2019 - nu: Systeembeheerder\nCafé (één)',
    )
  })

  test('PDF of more pages, with anything before its header', async () => {
    const pdf = writePdf({ pages: [page('Werk'), page('Linux'), page('SQL')] })
    expect(await textOf(pdf)).toBe('Werk\nLinux\nSQL')
    expect(await textOf(new Uint8Array(Buffer.concat([Buffer.from('\r\nsent by mail\r\n'), pdf])))).toContain('Linux')
  })

  test('Word: paragraphs, line breaks, lists and the cells of a row', async () => {
    const run = '<w:r><w:t>Eerste regel</w:t><w:br/><w:t>tweede regel</w:t></w:r>'
    const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`
    const table = `<w:tbl><w:tr>${cell('2019 - nu')}${cell('Systeembeheerder')}</w:tr><w:tr>${cell('2017')}${cell('Kok')}</w:tr></w:tbl>`
    const body = `${paragraph('Werk & <vrije tijd>')}<w:p>${run}</w:p>${table}${paragraph('€ “één”')}`
    expect((await textOf(writeZip(docxParts(documentXml(body))))).split('\n')).toEqual([
      'Werk & <vrije tijd>',
      'Eerste regel',
      'tweede regel',
      '2019 - nu\tSysteembeheerder',
      '2017\tKok',
      '€ “één”',
    ])
  })

  test.each([
    ['UTF-8 with a mark', bytes('\ufeffCafé: één'), 'Café: één'],
    ['UTF-16 with a mark', bytes('\ufeffCafé: één', 'utf16le'), 'Café: één'],
    ['UTF-16 without one', bytes('Café: één', 'utf16le'), 'Café: één'],
    ['windows-1252', new Uint8Array([0x43, 0x61, 0x66, 0xe9, 0x20, 0x80]), 'Café €'],
  ])('plain text in %s', async (_name, file, text) => {
    expect(await textOf(file)).toBe(text)
  })

  test('JSON Resume and Europass give the fields of a resume', async () => {
    expect(await readCvFile(bytes('\ufeff{"basics":{"label":"Kok"}}'))).toEqual({ resume: { basics: { label: 'Kok' } } })
    const position =
      '<WorkExperienceList><WorkExperience><Position><Label>Kok</Label></Position></WorkExperience></WorkExperienceList>'
    const xml = `<?xml version="1.0"?><SkillsPassport><LearnerInfo>${position}</LearnerInfo></SkillsPassport>`
    expect(await readCvFile(bytes(xml))).toMatchObject({ resume: { work: [{ position: 'Kok' }] } })
    const pdf = writePdf({ pages: [page('Kok, as people read it')], attached: { 'notes.txt': 'Dear', 'cv.xml': xml } })
    expect(await readCvFile(pdf)).toMatchObject({ resume: { work: [{ position: 'Kok' }] } })
  })

  test('a Europass file in a PDF that is damaged is passed over: the pages say the same', async () => {
    const pdf = writePdf({ pages: [page('Kok')], attached: { 'cv.xml': '<SkillsPassport><LearnerInfo>' } })
    expect(await textOf(pdf)).toBe('Kok')
  })

  test('the name of a file says nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'schakel-cv-'))
    try {
      writeFileSync(join(folder, 'cv.docx'), pdfOf('Linux'))
      expect(await textOf(join(folder, 'cv.docx'))).toBe('Linux')
      writeFileSync(join(folder, 'cv.pdf'), docxOf('SQL'))
      expect(await textOf(join(folder, 'cv.pdf'))).toBe('SQL')
      await expect(readCvFile(join(folder, 'none.pdf'))).rejects.toThrow(/none\.pdf cannot be read/)
      await expect(readCvFile(folder)).rejects.toThrow(/cannot be read/)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('many at once wait for their turn; who comes after those is told so', async () => {
    const files = Array.from({ length: cvFileLimits.atOnce + cvFileLimits.waiting + 1 }, () =>
      readCvFile(bytes('Linux'), patient),
    )
    const answers = await Promise.allSettled(files)
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(cvFileLimits.atOnce + cvFileLimits.waiting)
    expect(answers.at(-1)).toMatchObject({ status: 'rejected', reason: { reason: 'busy' } })
    expect(await textOf(bytes('SQL'))).toBe('SQL')
  })
})

describe('what is not read of a document', () => {
  test('its properties and its pictures', async () => {
    const pdf = writePdf({
      pages: [page('Linux')],
      extra: ['<< /Author (Jan Fictief) /Title (CV Jan) >>'],
      trailer: '/Info 6 0 R',
    })
    expect(await textOf(pdf)).toBe('Linux')
    const drawing =
      '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="Jan" descr="Jan Fictief"/></wp:inline></w:drawing></w:r></w:p>'
    const docx = writeZip([
      ...docxParts(documentXml(drawing + paragraph('Linux'))),
      { name: 'docProps/core.xml', content: '<cp xmlns="x"><creator>Jan Fictief</creator></cp>' },
      { name: 'word/media/image1.png', content: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) },
    ])
    expect(await textOf(docx)).toBe('Linux')
  })

  test('scripts: they do not run and are no text', async () => {
    const script = '<< /S /JavaScript /JS (app.alert\\("x"\\); this.submitForm\\("http://example.org"\\)) >>'
    const pdf = writePdf({
      pages: [page('Linux')],
      catalogue: `/OpenAction ${script} /AA << /WC ${script} >> /Names << /JavaScript << /Names [(a) ${script}] >> >>`,
    })
    expect(await textOf(pdf)).toBe('Linux')
    expect(await textOf(docxOf('<script>alert(1)</script>', '=cmd|x'))).toBe('<script>alert(1)</script>\n=cmd|x')
  })
})

const zeros = (count: number): Uint8Array => new Uint8Array(count)
const anyXml = docxParts(documentXml(paragraph('x')))
const withDocument = (content: string | Uint8Array, statedSize?: number): Uint8Array =>
  writeZip([...anyXml.slice(0, 2), { name: 'word/document.xml', content, ...(statedSize === undefined ? {} : { statedSize }) }])
const entityBomb =
  '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
const encrypted = '<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <'.concat(
  '41'.repeat(32),
  '> /U <',
  '42'.repeat(32),
  '> >>',
)
const nested = (depth: number): string => '<w:sdt><w:sdtContent>'.repeat(depth) + '</w:sdtContent></w:sdt>'.repeat(depth)

/** Each form draws the next one twice, and the last a letter: 2 to the power of `depth` letters. */
function drawsItself(depth: number): Uint8Array {
  const form = (at: number): string => {
    const isLast = at === depth
    const content = isLast ? 'BT /F1 9 Tf (a) Tj ET' : '/X Do /X Do'
    const resources = isLast ? '/Font << /F1 3 0 R >>' : `/XObject << /X ${7 + at} 0 R >>`
    return `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << ${resources} >> /Length ${content.length} >>\nstream\n${content}\nendstream`
  }
  const extra = Array.from({ length: depth + 1 }, (_, at) => form(at))
  return writePdf({ pages: [[]], rawPage: Buffer.from('/X Do'), resources: '/XObject << /X 6 0 R >>', extra })
}

/** Each is made in the test, so that none stands in the tree. */
const hostile: readonly (readonly [what: string, reason: RefusalReason, make: () => Uint8Array])[] = [
  ['an empty file', 'empty', () => zeros(0)],
  ['nothing but zeros', 'kind', () => zeros(5_000)],
  ['text with a zero in it', 'kind', () => bytes('Linux\u0000SQL, and some more words')],
  ['a program', 'kind', () => bytes('7f454c460201010000000000000000000300', 'hex')],
  ['white space', 'noText', () => bytes(' \n\t\n ')],
  ['a file that is too large', 'tooLarge', () => zeros(cvFileLimits.fileBytes + 1)],
  ['more text than a CV holds', 'tooLong', () => bytes('Linux en SQL. '.repeat(20_000))],
  ['a photo', 'noText', () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0x10])],
  ['an old Word file', 'oldWord', () => bytes('d0cf11e0a1b11ae1', 'hex')],
  ['rich text', 'kind', () => bytes('{\\rtf1 Linux}')],
  ['JSON that is no resume', 'json', () => bytes('{"name": "x"}')],
  ['half a JSON file', 'json', () => bytes('{"basics": {"label": ')],
  ['JSON ten thousand deep', 'json', () => bytes(`{"a":${'['.repeat(10_000)}`)],
  ['XML that is no Europass', 'xml', () => bytes('<html><body>Linux</body></html>')],
  ['half an XML file', 'damaged', () => bytes('<SkillsPassport><LearnerInfo>')],
  ['XML with an entity bomb', 'damaged', () => bytes(`${entityBomb}<SkillsPassport>&c;</SkillsPassport>`)],
  [
    'XML that asks for a file',
    'damaged',
    () => bytes('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Candidate>&x;</Candidate>'),
  ],
  ['XML ten thousand deep', 'tooMuch', () => bytes('<Candidate>'.repeat(10_000) + '</Candidate>'.repeat(10_000))],
  ['a PDF without text', 'noText', () => writePdf({ pages: [[]] })],
  [
    'a PDF with a password',
    'encrypted',
    () => writePdf({ pages: [page('x')], extra: [encrypted], trailer: '/Encrypt 6 0 R /ID [<41> <41>]' }),
  ],
  ['a PDF cut off in its header', 'damaged', () => pdfOf('Linux').slice(0, 12)],
  ['a PDF of zeros', 'damaged', () => new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7\n'), zeros(50_000)]))],
  ['a PDF of ten thousand pages', 'tooLong', () => writePdf({ pages: Array.from({ length: 10_000 }, () => page('x')) })],
  [
    'a PDF whose pages go round in a circle',
    'noText',
    () =>
      bytes(
        '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R /Count 1000000000 /Kids [1 0 R] >>\nendobj\ntrailer << /Root 1 0 R >>',
      ),
  ],
  [
    'a PDF page that unpacks to 450 MB',
    'tooMuch',
    () => writePdf({ pages: [[]], rawPage: new Uint8Array(450_000_000).fill(32) }),
  ],
  [
    'a PDF page of a million words',
    'tooLong',
    () => writePdf({ pages: [[]], rawPage: Buffer.from('BT /F1 9 Tf (Linux Linux Linux) Tj ET '.repeat(20_000)) }),
  ],
  [
    'an attachment that unpacks to 450 MB',
    'tooMuch',
    () => writePdf({ pages: [page('x')], attached: { 'a.xml': new Uint8Array(450_000_000).fill(32) } }),
  ],
  ['half a Word file', 'damaged', () => docxOf('Linux', 'SQL').slice(0, 300)],
  ['the start of a zip', 'damaged', () => bytes('PK\u0003\u0004', 'latin1')],
  [
    'a zip that is no Word file',
    'kind',
    () => writeZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }]),
  ],
  ['a Word file without a word', 'noText', () => docxOf('', ' ')],
  ['a zip bomb', 'tooMuch', () => withDocument(zeros(cvFileLimits.unpackedBytes + 1))],
  ['a zip bomb that says it is small', 'damaged', () => withDocument(zeros(cvFileLimits.unpackedBytes + 1), 1_000)],
  [
    'a zip of very many files',
    'tooMuch',
    () => writeZip(Array.from({ length: cvFileLimits.zipEntries + 1 }, (_, at) => ({ name: `${at}`, content: '' }))),
  ],
  [
    'a zip with a name that leaves its folder',
    'damaged',
    () => writeZip([...anyXml, { name: '../../etc/passwd', content: 'x' }]),
  ],
  ['a zip with a name from the root', 'damaged', () => writeZip([...anyXml, { name: '/etc/passwd', content: 'x' }])],
  ['a Word file with an entity bomb', 'damaged', () => withDocument(`${entityBomb}${documentXml(paragraph('&c;')).slice(21)}`)],
  ['the same in UTF-16', 'damaged', () => withDocument(Buffer.from(`\ufeff${entityBomb}<w/>`, 'utf16le'))],
  ['a Word file ten thousand deep', 'damaged', () => withDocument(documentXml(nested(10_000)))],
  ['a Word file of half an XML', 'damaged', () => withDocument('<w:document><w:body>')],
]

describe('a hostile or broken file gets its reason', () => {
  test.each(hostile)('%s', async (_what, reason, make) => {
    const error = await refusal(make())
    expect(error.reason).toBe(reason)
    expect(error.message).toMatch(/\.$/)
  })

  test('and the next file is read', async () => {
    expect(await textOf(bytes('Linux'))).toBe('Linux')
  })

  test('what takes too long is ended', async () => {
    const error = await readCvFile(drawsItself(40), 1_500).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ reason: 'tooMuch' })
  })

  test('every reason is in the table, but for being busy', () => {
    const seen = new Set(hostile.map(([, reason]) => reason))
    expect(refusalReasons.filter((reason) => !seen.has(reason))).toEqual(['busy'])
  })

  test('bytes at random after a known beginning never crash it', async () => {
    let seed = 7
    const random = (): number => {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
      return seed
    }
    for (const file of [pdfOf('Linux', 'SQL'), docxOf('Linux', 'SQL')]) {
      for (let round = 0; round < 8; round++) {
        const broken = file.slice()
        for (let count = 0; count < 20; count++) broken[8 + (random() % (broken.length - 8))] = random() % 256
        const outcome = await readCvFile(broken, patient).then(
          (content) => ('text' in content ? 'text' : 'resume'),
          (error: unknown) => (error instanceof UnreadableCv ? 'refused' : error),
        )
        expect(['text', 'resume', 'refused']).toContain(outcome)
      }
    }
  })
})

describe('files of a person', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'schakel-cv-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('what is refused is said with its path, and with no word of what is in it', async () => {
    const path = join(folder, 'secret.txt')
    writeFileSync(path, 'Jan Fictief\u0000')
    const error = await refusal(path)
    expect(error.where).toBe(path)
    expect(JSON.stringify([error.message, error.stack, error.problems])).not.toContain('Fictief')
  })
})
