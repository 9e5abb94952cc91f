import { describe, expect, test } from 'vitest'
import { readWith } from './checked-text-for-tests.ts'
import { diploma } from './diploma.ts'

const occupationSkills = [
  { nl: 'SQL', en: 'SQL' },
  { nl: 'Scripts schrijven', en: 'Scripting' },
  { nl: 'Linux', en: 'Linux' },
  { nl: 'Docker', en: 'Docker' },
]

describe('a demand in skills, in its place', () => {
  test.each([
    [
      'Je hebt een afgeronde hbo-opleiding Informatica en kunt goed uitleggen.',
      'Je hebt kennis van SQL, scripts schrijven en Linux (hoe je dat leerde, maakt niet uit) en kunt goed uitleggen.',
    ],
    [
      'Je bent in het bezit van een mbo-diploma.',
      'Je hebt kennis van SQL, scripts schrijven en Linux (hoe je dat leerde, maakt niet uit).',
    ],
    [
      'Je hebt een hbo-opleiding afgerond.',
      'Je hebt kennis van SQL, scripts schrijven en Linux (hoe je dat leerde, maakt niet uit).',
    ],
    [
      'U hebt een hbo-opleiding. Uw werk is in Ede.',
      'U hebt kennis van SQL, scripts schrijven en Linux (hoe u dat leerde, maakt niet uit). Uw werk is in Ede.',
    ],
    [
      "You have a Bachelor's degree in Computer Science.",
      'You have skills in SQL, scripting and Linux (how you learned that does not matter).',
    ],
  ])('%s', (text, expected) => {
    const { rewritten } = readWith(diploma, text, { occupationSkills })
    // Skills that the text does not ask yet would shut people out again, so words that ask nothing more come first.
    expect(rewritten[0]).toContain(/Bachelor/.test(text) ? 'the skills for this work' : 'de kennis die bij dit werk hoort')
    expect(rewritten[1]).toBe(expected)
  })

  test('what the text asks already comes first: it asks nothing more of anybody', () => {
    const text = 'Je hebt HBO werk- en denkniveau. Je werkt met Docker.'
    expect(readWith(diploma, text, { occupationSkills }).rewritten[0]).toBe(
      'Je hebt kennis van Docker (hoe je dat leerde, maakt niet uit). Je werkt met Docker.',
    )
  })

  test('without a known occupation it stays general', () => {
    expect(readWith(diploma, 'Hbo werk- en denkniveau').rewritten).toEqual([
      'De kennis die bij dit werk hoort (hoe je dat leerde, maakt niet uit)',
    ])
  })

  test('a field of a form gets none', () => {
    const { words, rewritten } = readWith(diploma, 'Opleidingsniveau: hbo-niveau')
    expect(words).toEqual(['hbo-niveau'])
    expect(rewritten).toEqual([])
  })
})

test('a level without a diploma is called a level', () => {
  for (const text of ['Je hebt hbo werk- en denkniveau.', 'Je hebt wo-denkniveau.', 'Mbo-niveau 4'])
    expect(
      readWith(diploma, text).marks.map(({ title }) => title.nl),
      text,
    ).toEqual(['Een niveau zegt niet wat iemand kan'])
  for (const text of ['Je hebt een hbo-diploma.', 'Een opleiding op mbo-niveau', 'A bachelor’s degree'])
    expect(
      readWith(diploma, text).marks.map(({ title }) => title.en),
      text,
    ).toEqual(['A diploma does not say whether somebody can do the work'])
})

describe('a rewrite takes the whole phrase', () => {
  const [nl, en] = [
    'de kennis die bij dit werk hoort (hoe je dat leerde, maakt niet uit)',
    'the skills for this work (how you learned that does not matter)',
  ]
  test.each([
    ['Je hebt een afgeronde (technische) hbo-opleiding.', `Je hebt ${nl}.`],
    ['Je hebt een hbo-opleiding (bij voorbeeld Informatica) afgerond.', `Je hebt ${nl}.`],
    ['Je hebt minimaal een mbo-opleiding of hoger.', `Je hebt ${nl}.`],
    ['Je hebt een hbo-opleiding Logistiek; (HBO/WO)', `Je hebt ${nl}`],
    ['Je hebt een hbo-opleiding Informatica of Technische Informatica.', `Je hebt ${nl}.`],
    ['Dit ben jij Een hbo-opleiding.', `Dit ben jij D${nl.slice(1)}.`],
    ['You have a quantitative MSc degree.', `You have ${en}.`],
    ['You have an advanced university degree in physics.', `You have ${en}.`],
    ['You have a bachelor’s degree or higher from a known university.', `You have ${en}.`],
  ])('%s', (text, expected) => expect(readWith(diploma, text).rewritten).toEqual([expected]))

  test.each([
    'Iemand uit de techniek (mbo-diploma) level 2/3.',
    'Je acteert op hbo werk- en denkniveau.',
    'Een studie in de techniek hbo-opleiding afgerond.',
    'A degree of a mechanical college degree, Physics or so.',
  ])('or there is none, where its ends are not sure: %s', (text) => {
    const { words, rewritten } = readWith(diploma, text)
    expect(words).not.toEqual([])
    expect(rewritten).toEqual([])
  })
})

test('what is only wished for is no mark', () => {
  const wishes = [
    'Functie-eisen\n\nErvaring met Go\n\nFunctie wensen\n\nErvaring met C\n\nEen hbo-diploma',
    'Bij voorkeur met een afgeronde hbo-opleiding.',
  ]
  for (const text of wishes) expect(readWith(diploma, text).words, text).toEqual([])
  expect(readWith(diploma, 'Nice to have:\n\nErvaring met Go\n\nWij vragen:\n\nEen hbo-diploma').words).toEqual([
    'Een hbo-diploma',
  ])
})

test('experience counts too in the sentence behind', () => {
  const { words, praised } = readWith(diploma, 'A bachelor’s degree. Work experience can supplement education.')
  expect([words, praised]).toEqual([[], ['A bachelor’s degree']])
})

test('it names the demands of the pool', () => {
  expect(readWith(diploma, 'Je hebt een hbo-diploma.').marks[0]?.demands).toEqual(['workLevel', 'diploma'])
})

test('what opens the door is said', () => {
  expect(readWith(diploma, 'Hoe je het leerde, maakt niet uit.').praised).toEqual(['Hoe je het leerde, maakt niet uit'])
  expect(readWith(diploma, 'Je hebt een hbo-opleiding of vergelijkbare ervaring.').praised).toEqual(['een hbo-opleiding'])
})

test('the title of a doctorate asks for a degree by itself', () => {
  expect(readWith(diploma, "You have a Master's degree in physics.", { title: 'PhD position in photonics' }).words).toEqual([])
})

test('who may teach is not for the employer to say', () => {
  expect(readWith(diploma, 'Je hebt een hbo-diploma.', { title: 'Hogeschooldocent logistiek' }).words).toEqual([])
  expect(readWith(diploma, 'You have a master’s degree.', { title: 'Lecturer in logistics' }).words).toEqual([])
  expect(readWith(diploma, 'Je hebt een hbo-diploma.', { title: 'Medewerker onderwijs' }).words).toEqual(['een hbo-diploma'])
})
