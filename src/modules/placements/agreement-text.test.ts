import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { canonical, hashOfText, hashOfWhole, textOfAgreement, wholeText } from './agreement-text.ts'
import { factNames, readTemplates, templateOn } from './templates.ts'
import { wageSteps } from './wage.ts'

const templates = await readTemplates()
const facts = Object.fromEntries(factNames.map((name) => [name, `the ${name}`]))

describe('the texts of agreements', () => {
  test('are there for each scheme, in both languages, and no brace is left in them', () => {
    for (const scheme of ['bbl', 'other', 'all'] as const) {
      const { nl, en } = textOfAgreement(templateOn(templates, scheme, '2026-11-30'), { nl: facts, en: facts })
      for (const text of [nl, en]) {
        expect(text).not.toMatch(/[{}]/)
        expect(text).toContain('the student')
        expect(text.split('\n').filter((line) => /^\d+\. /.test(line)).length).toBeGreaterThanOrEqual(4)
      }
      // It says itself that it is no legal advice.
      expect(nl).toContain('geen juridisch advies')
      expect(en).toContain('no legal advice')
    }
    expect(() => templateOn(templates, 'bbl', '2020-01-01')).toThrow('data/agreements')
  })

  test('leave out an article about what there is not, and say of the rest that it is not known', () => {
    const { nl } = textOfAgreement(templateOn(templates, 'bbl', '2026-11-30'), { nl: {}, en: {} })
    expect(nl).not.toContain('Loon')
    expect(nl).not.toContain('Wie begeleidt')
    expect(nl).toContain('De leermeester bij de werkgever is nog niet bekend.')
  })

  test('cannot get an article more by a name with line breaks', () => {
    const name = 'Ada\n\n13. Loon\nDe student krijgt niets.'
    const template = templateOn(templates, 'bbl', '2026-11-30')
    const { nl } = textOfAgreement(template, { nl: { ...facts, student: name }, en: facts })
    expect(nl.split('\n')).not.toContain('13. Loon')
    expect(nl).toContain('Student: Ada 13. Loon De student krijgt niets.')
  })

  test('with a fact in braces that there is not are refused, naming the file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'schakel-agreements-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const [first] = templates
    const planted = { ...first, articles: [{ title: { nl: 'A', en: 'A' }, text: { nl: 'Van {studnet}.', en: 'Of {student}.' } }] }
    await writeFile(join(folder, 'planted.json'), JSON.stringify(planted))
    await expect(readTemplates(folder)).rejects.toThrow('data/agreements/planted.json')
  })
})

describe('the hash', () => {
  const text = fc.record({ nl: fc.string({ unit: 'grapheme' }), en: fc.string({ unit: 'grapheme' }) })

  test('is of one way of writing a text: line ends and what stands behind them do not count', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(canonical(canonical(one.nl))).toBe(canonical(one.nl))
        const other = { nl: one.nl.replaceAll('\n', ' \r\n'), en: `${one.en}\n\n` }
        expect(hashOfText(other)).toBe(hashOfText(one))
        expect(hashOfText({ nl: one.nl.normalize('NFD'), en: one.en })).toBe(hashOfText(one))
      }),
    )
  })

  test('changes with every other letter, and a text that is given back has it', () => {
    const { nl, en } = textOfAgreement(templateOn(templates, 'bbl', '2026-11-30'), { nl: facts, en: facts })
    const whole = wholeText({ nl, en })
    const hash = hashOfText({ nl, en })
    expect(hashOfWhole(whole)).toBe(hash)
    fc.assert(
      fc.property(fc.nat(whole.length - 2), fc.constantFrom(',', 'x', '0'), (at, put) => {
        const changed = whole.slice(0, at) + put + whole.slice(at + 1)
        expect(hashOfWhole(changed) === hash).toBe(canonical(changed) === whole)
        expect(hashOfWhole(whole.slice(0, at) + put + whole.slice(at))).not.toBe(hash)
      }),
    )
  })
})

test('a wage is held against the amounts of a day for every age; one that is not known says so', async () => {
  const amounts: Readonly<Record<string, number>> = {
    'minimum-wage-bbl-18': 669,
    'minimum-wage-bbl-19': 772,
    'minimum-wage-21': 1471,
  }
  const find = async (id: string) => ({ id, value: amounts[id] ?? null }) as never
  expect(await wageSteps({ find }, 772, true, '2026-03-01')).toEqual([
    { age: 18, cents: 669, verdict: 'enough' },
    { age: 19, cents: 772, verdict: 'enough' },
    { age: 20, verdict: 'unknown' },
    { age: 21, cents: 1471, verdict: 'short' },
  ])
})
