import { expect, test } from 'vitest'
import { isOtherSense } from './other-senses.ts'

test.each([
  ['Java', 'Een week op het eiland Java', true],
  ['Java', 'Je programmeert in Java', false],
  ['Python', 'In het terrarium ligt een python', true],
  ['Python', 'Python en SQL', false],
  ['Kafka', 'The novel by Kafka', true],
  ['Rust', 'Rust, regelmaat en reinheid', true],
  ['netwerken', 'netwerken op het eiland', false],
])('%s in: %s', (words, text, expected) => {
  const start = text.toLowerCase().indexOf(words.toLowerCase())
  expect(isOtherSense(text, { start, end: start + words.length, clause: { start: 0, end: text.length } })).toBe(expected)
})
