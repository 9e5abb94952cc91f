import { expect, test } from 'vitest'
import { readWith } from './checked-text-for-tests.ts'
import { tooManyDemands } from './too-many-demands.ts'

const list = (count: number): string =>
  `Wat vragen wij?\n\n${Array.from({ length: count }, (_, at) => `- Je hebt kennis van onderwerp ${at + 1}`).join('\n')}`

test('ten demands are fine', () => expect(readWith(tooManyDemands, list(10)).words).toEqual([]))

test('of more, the first that is too many is marked, with the count', () => {
  const { marks, words } = readWith(tooManyDemands, list(13))
  expect(words).toEqual(['Je hebt kennis van onderwerp 11'])
  expect(marks[0]?.title.nl).toBe('13 eisen is veel')
})

test('what is welcome or offered does not count', () => {
  const more = '- Kennis van Go is een pre\n- Wij hebben kennis van de markt\n'
  expect(readWith(tooManyDemands, `${list(10)}\n${more.repeat(3)}`).words).toEqual([])
})
