/** CVs that are not as they must be: resumes, texts, Word files and PDFs. */
import { readFileSync } from 'node:fs'
import type { Dice } from '../../benchmarks/dice.ts'
import { writeZip } from '../../src/modules/skills/esco/small-release.ts'
import { brokenTexts } from './json-bodies.ts'
import { type Json, spoil } from './mutate-json.ts'
import { nastyText } from './nasty-texts.ts'
import { damages, encodings } from './spoil-bytes.ts'

const resume: Json = {
  basics: { name: 'Naam', email: 'x@example.org', location: { city: 'Utrecht' } },
  work: [
    {
      name: 'Voorbeeld',
      position: 'Systeembeheerder',
      startDate: '2019-01',
      endDate: '2024-06',
      summary: 'Linux',
      highlights: ['SQL'],
    },
  ],
  education: [{ institution: 'School', studyType: 'bachelor', area: 'ICT', endDate: '2018-06' }],
  skills: [{ name: 'Linux', level: 'Master', keywords: ['bash'] }],
  languages: [{ language: 'Nederlands', fluency: 'moedertaal' }],
}

const wordBody = (inside: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${inside}</w:t></w:r></w:p></w:body></w:document>`
const contentTypes =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const relations =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'

const bombBytes = 40_000_000

const wordInsides: readonly string[] = [
  wordBody('Systeembeheerder 2019 - 2024. Linux.'),
  wordBody('a'.repeat(3_000_000)),
  wordBody(`${'<w:p>'.repeat(10_000)}x`),
  `<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>${wordBody('&x;')}`,
  `<!DOCTYPE l [<!ENTITY a "haha"><!ENTITY b "${'&a;'.repeat(1_000)}"><!ENTITY c "${'&b;'.repeat(1_000)}">]>${wordBody('&c;')}`,
  wordBody('&#0;&#xD800;'),
  '<w:document',
  '',
]

function word(dice: Dice): Buffer {
  const parts = [
    { name: '[Content_Types].xml', content: contentTypes },
    { name: '_rels/.rels', content: relations },
    { name: 'word/document.xml', content: dice.chance(0.15) ? Buffer.alloc(bombBytes, 0x20) : dice.pick(wordInsides) },
    { name: '../../evil.txt', content: 'x' },
  ]
  const whole = readFileSync(writeZip(dice.chance(0.3) ? parts : parts.slice(0, 3), 'cv.docx'))
  return dice.chance(0.3) ? whole.subarray(0, dice.below(whole.length)) : whole
}

const pdfs: readonly string[] = [
  '%PDF-1.7\n',
  '%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\ntrailer<</Root 1 0 R>>',
  '%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 99999999>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF',
  `%PDF-1.7\n1 0 obj${'<</A'.repeat(20_000)}`,
  `%PDF-1.7\n1 0 obj<</Length 99999999999>>stream\n${'x'.repeat(1_000)}`,
  '%PDF-1.7\nstartxref\n-1\n%%EOF',
]

export function cvFile(dice: Dice): Buffer {
  const kind = dice.below(10)
  if (kind < 4) return Buffer.from(JSON.stringify(spoil(dice, resume, 1 + dice.below(3))))
  if (kind < 5) return Buffer.from(dice.pick(brokenTexts)(dice, JSON.stringify(resume)))
  if (kind < 6) return dice.pick(dice.chance(0.6) ? encodings : damages)(dice, JSON.stringify(resume))
  if (kind < 7)
    return Buffer.from(`Werkervaring\n2019 - 2024 Systeembeheerder\n${nastyText(dice)}\nVaardigheden: ${nastyText(dice)}, Linux`)
  return kind < 9 ? word(dice) : Buffer.from(dice.pick(pdfs))
}
