import { expect, test } from 'vitest'
import { levelsIn } from './level-words.ts'

test.each([
  ['Je hebt gevorderde kennis van Excel', 'Excel', 3, 'gevorderde'],
  ['basiskennis Python', 'Python', 1, 'basiskennis'],
  ['Python (expert) en Java', 'Python', 4, 'expert'],
  ['Excel: niveau 3', 'Excel', 3, '3'],
  ['advanced knowledge of SQL', 'SQL', 3, 'advanced'],
])('%s', (text, skill, level, words) => {
  const start = text.indexOf(skill)
  const found = levelsIn(text, { start, end: start + skill.length, clause: { start: 0, end: text.length } })
  expect(found).toMatchObject({ level, words })
  expect(text.slice(found!.start, found!.end)).toBe(words)
})

test.each([
  ['Je werkt met Excel', 'Excel'],
  ['een senior collega die je helpt, en verder Excel', 'Excel'],
  ['Excel. Expert ben je', 'Excel'],
])('no level in: %s', (text, skill) => {
  const start = text.indexOf(skill)
  expect(levelsIn(text, { start, end: start + skill.length, clause: { start: 0, end: text.length } })).toBeUndefined()
})
