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

test('wishes, repeats and roles beside each other do not count', () => {
  const wishes = '- Je hebt kennis van Go\n- Je hebt kennis van C\n'
  expect(readWith(tooManyDemands, `${list(10)}\n\nFunctie wensen\n\n${wishes}`).words).toEqual([])
  expect(readWith(tooManyDemands, `${list(10)}\n- Bij voorkeur heb je kennis van Go`).words).toEqual([])
  expect(readWith(tooManyDemands, `${list(10)}\n- Je hebt kennis van onderwerp 3`).words).toEqual([])
  const roles = '- Data engineer: kennis van Go\n- Data analist: kennis van R\n- Tester: kennis van C'
  expect(readWith(tooManyDemands, `${list(9)}\n${roles}`).words).toEqual([])
})
