import { expect, test } from 'vitest'
import { checkedTextFor } from './checked-text-for-tests.ts'
import { createPhraseFinder } from './phrases.ts'

const find = createPhraseFinder(
  ['jong', 'jong team', 'full stack', 'afgestudeer*', 'net afgestudeer*', 'één'].map((words) => ({ words, value: words })),
)
const found = (text: string): string[] =>
  find(checkedTextFor(text)).map(({ start, end, value }) => `${text.slice(start, end)}=${value}`)

test.each([
  ['Ons jong team en jong', ['jong team=jong team', 'jong=jong']],
  ['Full-stack, full\\-stack en FULL STACK', ['Full-stack=full stack', 'full\\-stack=full stack', 'FULL STACK=full stack']],
  ['net afgestudeerde en afgestudeerd', ['net afgestudeerde=net afgestudeer*', 'afgestudeerd=afgestudeer*']],
  ['Eén of een', ['Eén=één', 'een=één']],
  ['jongens, full, stack. jong. team', ['jong=jong']],
])('%s', (text, expected) => expect(found(text)).toEqual(expected))
