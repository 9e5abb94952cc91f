import { expect, test } from 'vitest'
import { readWith } from './checked-text-for-tests.ts'
import { createGenderTitle } from './gender-title.ts'
import { readWording } from './wording.ts'

const check = createGenderTitle(await readWording())
const body = 'Je werkt in Ede en helpt mensen met hun computer.'

test.each(['Systeembeheerder', 'Softwareontwikkelaar', 'Programmeur', 'Secretaresse', 'Servicedeskmedewerker', 'Salesman'])(
  '%s has one form: the law',
  (title) => {
    const { marks, rewritten } = readWith(check, body, { title })
    expect(marks.map(({ severity, words }) => [severity, words])).toEqual([['law', title]])
    expect(rewritten).toEqual([`${title} (v/m/x)\n\n${body}`])
  },
)

test.each(['Data engineer', 'Netwerkspecialist', 'Business analist', 'Commercial analyst (German speaking)', 'Marketeer'])(
  '%s is for everybody: a tip',
  (title) => expect(readWith(check, body, { title }).marks.map(({ severity }) => severity)).toEqual(['tip']),
)

test('an English text gets m/f/x', () => {
  const { rewritten } = readWith(check, 'You help people with their computers and we pay you well for it.', { title: 'Engineer' })
  expect(rewritten[0]).toContain('Engineer (m/f/x)')
})

test.each([
  ['Systeembeheerder (m/v)', '(m/v)'.slice(1, -1)],
  ['Systeembeheerder M/V/X', 'M/V/X'],
  ['Ontwikkelaar/ontwikkelaarster', 'ontwikkelaar/ontwikkelaarster'],
  ['Docent(e) ICT', undefined],
])('%s says it', (title, words) => {
  const { marks, praised } = readWith(check, body, { title })
  expect(marks).toEqual([])
  expect(praised).toHaveLength(1)
  if (words?.includes('/') && words.length <= 5) expect(praised).toEqual([words])
})

test('said anywhere in the text, it holds', () => {
  expect(readWith(check, 'Wij zoeken een beheerder (v/m/x).', { title: 'Systeembeheerder' }).marks).toEqual([])
})

test.each(['Functieomschrijving', 'Over ons', 'Vacature'])('a heading is no title: %s', (title) => {
  expect(readWith(check, body, { title }).marks).toEqual([])
})

test.each([
  ['Systeembeheerder (m)', 'Systeembeheerder (v/m/x)'],
  ['Data engineer (v)', 'Data engineer (v/m/x)'],
  ['Tester (man)', 'Tester (v/m/x)'],
])('%s names one sex only: that is law, and goes', (title, better) => {
  const { marks, rewritten } = readWith(check, body, { title })
  expect(marks.map(({ severity }) => severity)).toEqual(['law'])
  expect(rewritten).toEqual([`${better}\n\n${body}`])
})

test('a first line that is a sentence is no title', () => {
  expect(readWith(check, body, { title: 'Wij zoeken een beheerder die mensen helpt.' }).marks).toEqual([])
})

test('a programme of study is no name of work', () => {
  expect(readWith(check, body, { title: 'EngD on safer batteries' }).words).toEqual([])
})
