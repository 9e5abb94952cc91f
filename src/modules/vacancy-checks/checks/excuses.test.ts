import { describe, expect, test } from 'vitest'
import { checkedTextFor } from './checked-text-for-tests.ts'
import { isDenied, isQuoted, opensTheDoor } from './excuses.ts'

/** The words between brackets, in the text without them. */
function place(marked: string) {
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  return [checkedTextFor(marked.replace(/[[\]]/g, '')), { start, end }] as const
}

describe('denied', () => {
  test.each([
    'Je hoeft geen [hbo] te hebben.',
    '[Hbo] is echt niet nodig.',
    'You do not need a [degree].',
    'A [degree] is not required.',
    'Of je [hbo] hebt, maakt niet uit.',
    'Zonder [hbo] ben je ook welkom.',
  ])('%s', (text) => expect(isDenied(...place(text))).toBe(true))

  test.each([
    'Niet alleen [hbo], ook ervaring vragen wij.',
    'Je bent niet bang, en je hebt [hbo].',
    'Je hebt [hbo]. Ervaring is niet nodig.',
    'Wij doen niet moeilijk en vragen [hbo].',
  ])('not: %s', (text) => expect(isDenied(...place(text))).toBe(false))
})

describe('quoted', () => {
  test.each(['Woorden als ‘[rockstar]’ helpen niet.', 'We avoid "[rockstar] wanted" here.', "Nooit '[rockstar]' dus."])(
    '%s',
    (text) => expect(isQuoted(...place(text))).toBe(true),
  )

  test.each(["Foto's van een [rockstar] en foto's van ons.", 'Een “fijn” team met een [rockstar] en een “leuke” sfeer.'])(
    'not: %s',
    (text) => expect(isQuoted(...place(text))).toBe(false),
  )
})

test('a sentence that opens the door is known by its words', () => {
  expect(opensTheDoor(...place('Bij gelijke geschiktheid kiezen wij een [vrouw].'))).toBe(true)
  expect(opensTheDoor(...place('Wij kiezen een [vrouw].'))).toBe(false)
})
