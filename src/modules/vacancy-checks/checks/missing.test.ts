import { expect, test } from 'vitest'
import { readWith } from './checked-text-for-tests.ts'
import { accessNamed, contactNamed, hoursNamed, learningNamed, placeNamed } from './missing.ts'

const checks = { hoursNamed, placeNamed, contactNamed, accessNamed, learningNamed }

test.each(Object.entries(checks))('%s is missing from a text that does not say it, with an example', (_, check) => {
  const text = 'Je maakt software met aardige mensen.'
  expect(readWith(check, text).missing).toEqual([check.id])
})

test.each([
  ['hoursNamed', 'Je werkt 24 tot 32 uur per week.'],
  ['hoursNamed', 'You work part-time.'],
  ['placeNamed', 'Standplaats: Nijkerk.'],
  ['placeNamed', 'Je werkt in Amersfoort.'],
  ['placeNamed', 'Onze vestiging is vlak bij het station.'],
  ['hoursNamed', 'Minimaal aantal uren per week 24'],
  ['hoursNamed', 'Hours per week: 36'],
  ['placeNamed', 'Tester, Zwolle'],
  ['placeNamed', 'Vanuit Utrecht help je klanten.'],
  ['placeNamed', 'Wij zijn een bakker uit Krimpen aan den IJssel.'],
  ['placeNamed', 'Je werkt voor de gemeente Ede.'],
  ['placeNamed', 'You work at Eindhoven University.'],
  ['placeNamed', 'Tester Alkmaar 36 uur'],
  ['contactNamed', 'Heb je vragen? Bel Sanne op 033-1234567.'],
  ['contactNamed', 'Questions? Mail hr@voorbeeld.example.'],
  ['accessNamed', 'Heb je een aanpassing nodig? Zeg het ons.'],
  ['accessNamed', 'Our office is wheelchair accessible.'],
  ['learningNamed', 'Je krijgt een opleidingsbudget.'],
  ['learningNamed', 'You get 1-on-1 mentorship.'],
  ['learningNamed', 'We talk about your learning goals.'],
  ['learningNamed', 'Een leerzame stage.'],
  ['learningNamed', 'Een collega leert je de kneepjes van het vak.'],
  ['learningNamed', 'You will learn Python on the job.'],
] as const)('%s: %s', (name, text) => expect(readWith(checks[name], text).missing).toEqual([]))

test('people from elsewhere are no place of work', () => {
  expect(readWith(placeNamed, 'Je maakt software voor mensen uit alle landen.').missing).toEqual(['place-named'])
})

test('an accessible product is not an accessible workplace', () => {
  expect(readWith(accessNamed, 'Je maakt websites die toegankelijk zijn volgens WCAG.').missing).toEqual(['access-named'])
})

test('adjustments and room to learn are praised', () => {
  expect(readWith(accessNamed, 'Wij regelen een aanpassing voor je.').praised).toHaveLength(1)
  expect(readWith(learningNamed, 'Je krijgt een opleidingsbudget.').praised).toHaveLength(1)
})
