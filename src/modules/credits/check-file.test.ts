import { expect, test } from 'vitest'
import { checkFile, evidenceLimits, safeName } from './check-file.ts'
import { zipOf } from './zip-for-tests.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const pdf = bytes('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << >>\n%%EOF\n')
const png = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
)
const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9])

const types = { name: '[Content_Types].xml', data: bytes('<?xml version="1.0"?><Types/>') }
const document = { name: 'word/document.xml', data: bytes('<?xml version="1.0"?><w:document/>') }
const docx = zipOf([types, document])

test.each([
  ['pdf', pdf],
  ['png', png],
  ['jpeg', jpeg],
  ['text', bytes('Wat ik deed:\n\t- back-ups gecontroleerd, 3 < 4 en 5 > 2\n')],
  ['docx', docx],
] as const)('%s is kept, by what is in it', async (type, contents) => {
  const { sha256, ...checked } = await checkFile(contents)
  expect(checked).toEqual({ type, bytes: contents.length })
  expect(sha256).toMatch(/^[0-9a-f]{64}$/)
})

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
test.each([
  ['empty', 'nothing', bytes('')],
  ['markup', 'an SVG with a script', bytes(svg)],
  ['markup', 'an SVG behind an XML line', bytes(`<?xml version="1.0"?>\n${svg}`)],
  ['markup', 'an SVG after much white', bytes(`${' \n'.repeat(5000)}${svg}`)],
  ['markup', 'a web page', bytes('<!doctype html><html><body>Dag</body></html>')],
  ['markup', 'text with a script in it', bytes('Mijn verslag <script src="//x"></script>')],
  ['type', 'a zip of a text', zipOf([{ name: 'verslag.txt', data: bytes('tekst') }])],
  ['type', 'a program', bytes('\u007fELF\u0002\u0001\u0001')],
  ['type', 'a GIF', bytes('GIF89a\u0001\u0000\u0001\u0000')],
  ['type', 'letters that are no UTF-8', Uint8Array.from([0xc3, 0x28, 0x41])],
  ['type', 'text with a NUL', bytes('tekst\u0000tekst')],
  ['macros', 'a document with macros', zipOf([types, document, { name: 'word/vbaProject.bin', data: bytes('x') }])],
  ['damaged', 'half a document', docx.slice(0, 60)],
  ['damaged', 'XML that explodes', zipOf([types, { ...document, data: bytes('<!DOCTYPE x [<!ENTITY a "b">]><w:document/>') }])],
  [
    'damaged',
    'a document that holds more than it says',
    zipOf([types, { ...document, data: bytes('x'.repeat(50_000)), says: 10 }]),
  ],
  ['damaged', 'a document with a name out of its folder', zipOf([types, document, { name: '../../evil.xml', data: bytes('x') }])],
] as const)('%s: %s', async (reason, _what, contents) => {
  await expect(checkFile(contents)).rejects.toMatchObject({ name: 'Conflict', reason })
})

test('a zip bomb in a document is found before it is unpacked as a whole', async () => {
  const bomb = zipOf([types, document, { name: 'word/media/image1.png', data: Buffer.alloc(120_000_000) }])
  expect(bomb.length).toBeLessThan(evidenceLimits.fileBytes)
  await expect(checkFile(bomb)).rejects.toMatchObject({ reason: 'zipBomb' })
  const many = zipOf([
    types,
    document,
    ...Array.from({ length: 2_100 }, (_, at) => ({ name: `word/${at}.bin`, data: bytes('') })),
  ])
  await expect(checkFile(many)).rejects.toMatchObject({ reason: 'zipBomb' })
})

test('too large is refused by its size alone', async () => {
  await expect(checkFile(new Uint8Array(evidenceLimits.fileBytes + 1))).rejects.toMatchObject({ reason: 'tooLarge' })
})

test.each([
  ['../../etc/passwd', 'passwd.txt'],
  ['C:\\Users\\tijn\\Mijn verslag.docx', 'Mijn verslag.txt'],
  ['a"; filename="evil.html', 'a__ filename=_evil.txt'.replace('=', '_')],
  ['réparatie één.TXT', 'réparatie één.txt'],
  ['...', 'bestand.txt'],
  ['', 'bestand.txt'],
  [`${'x'.repeat(300)}.txt`, `${'x'.repeat(120)}.txt`],
  ['a\r\nb.txt', 'a__b.txt'],
])('a name that can stand anywhere: %s', (given, name) => {
  expect(safeName(given, 'text')).toBe(name)
})
