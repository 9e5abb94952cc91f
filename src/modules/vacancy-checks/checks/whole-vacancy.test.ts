import { expect, test } from 'vitest'
import type { Mark } from '../check.ts'
import { checkedTextFor, type Given } from './checked-text-for-tests.ts'
import { createChecks, readWording } from './index.ts'

const checks = createChecks(await readWording())

const title = 'Fullstack developer, rockstar'
const body = `Keiland ICT groeit. Wij zoeken iemand die ons platform verder bouwt met React, Node en SQL.

Je hebt een afgeronde hbo-opleiding Informatica en minimaal 5 jaar ervaring. Je kunt ook onze netwerken beheren. Je bent 40 uur per week op kantoor in Nijkerk.

Je bent jong van geest en werkt graag zelfstandig. Het salaris is marktconform.`

const given: Given = {
  occupation: { nl: 'Webontwikkelaar', en: 'Web developer' },
  occupationSkills: [
    { nl: 'React', en: 'React' },
    { nl: 'JavaScript', en: 'JavaScript' },
  ],
}

const marksOf = (text: string): Mark[] => {
  const end = text.indexOf('\n')
  const checked = checkedTextFor(text.slice(end).trimStart(), { ...given, title: text.slice(0, end) })
  return checks.flatMap(({ run }) => run(checked).marks ?? []).sort((a, b) => a.start - b.start)
}

/** Takes the first rewrite of the first mark that has one, until there is none. */
function accepted(start: string): string {
  let text = start
  for (let round = 0; round < 20; round++) {
    const rewrite = marksOf(text).find(({ rewrites }) => rewrites.length > 0)?.rewrites[0]
    if (!rewrite) return text
    text = text.slice(0, rewrite.start) + rewrite.replacement + text.slice(rewrite.end)
  }
  return text
}

test('a bad vacancy is marked where it is bad', () => {
  expect(marksOf(`${title}\n\n${body}`).map(({ check, words }) => [check, words])).toEqual([
    ['gender-title', title],
    ['two-jobs', 'Fullstack'],
    ['hero-names', 'rockstar'],
    ['diploma', 'een afgeronde hbo-opleiding Informatica'],
    ['years-of-experience', 'minimaal 5 jaar ervaring'],
    ['two-jobs', 'ook onze netwerken beheren'],
    ['full-time', '40 uur per week'],
    ['age', 'jong van geest'],
    ['pay', 'marktconform'],
  ])
})

test('taking over what is suggested ends, and leaves only what a person must say', () => {
  const text = accepted(`${title}\n\n${body}`)
  expect(marksOf(text).map(({ check }) => check)).toEqual(['two-jobs', 'pay'])
  expect(text).toContain('Je hebt kennis van React (hoe je dat leerde, maakt niet uit) en voorbeelden van je werk.')
  expect(text).toContain('Je bent 32 tot 40 uur per week op kantoor in Nijkerk.')
  expect(text).toContain('Je werkt graag zelfstandig.')
})

test.each([
  ['one word', 'a'.repeat(1_000_000)],
  ['brackets', '('.repeat(100_000)],
  ['the same demand again and again', 'Je hebt een afgeronde opleiding in x of y, '.repeat(20_000)],
  ['a word of a list again and again', 'Je bent jong en net afgestudeerd. '.repeat(20_000)],
  ['invisible and right-to-left letters', '\u200b\u202ejong '.repeat(100_000)],
])('hostile text is read through: %s', (_, text) => {
  const checked = checkedTextFor(text)
  for (const { run } of checks) {
    const { marks = [] } = run(checked)
    expect(marks.length).toBeLessThanOrEqual(1500)
    for (const mark of marks) expect(checked.text.slice(mark.start, mark.end)).toBe(mark.words)
  }
})
