import { expect, test } from 'vitest'
import { diplomaIn } from './diplomas.ts'

test.each([
  ['PhD', '8'],
  ['Doctor of Philosophy, Physics', '8 in 053'],
  ['Master, Computer Science', '7 in 061'],
  ['MSc Psychology', '7 in 0313'],
  ['Bachelor, Information Technology', '6 in 061'],
  ['Bachelor of Arts in History', '6 in 0222'],
  ['BA', '6'],
  ['hbo Bedrijfskunde', '6 in 041'],
  ['Hogeschool Voorbeeld, Master Informatica', '7 in 061'],
  ['Associate degree Accountancy', '5 in 041'],
  ['mbo-4 ICT-beheer', '4 in 061'],
  ['mbo niveau 3 Verzorgende', '3 in 091'],
  ['MBO ICT-medewerker (BBL niveau 2)', '2 in 061'],
  ['mbo 1', '1'],
  ['vwo', '4'],
  ['havo', '4'],
  ['vmbo-t', '2'],
  ['MTS elektrotechniek', '4 in 0713'],
  ['mbo', 'none'],
  ['Cursus boekhouden', 'none'],
  ['hbo Informatica (niet afgerond)', 'none'],
  ['hbo propedeuse', 'none'],
  ['MSc Computer Science, not completed', 'none'],
  ['Certificate', 'none'],
  ['', 'none'],
])('%s: %s', (words, expected) => {
  const found = diplomaIn(words)
  expect(found ? `${found.level}${found.field ? ` in ${found.field}` : ''}` : 'none').toBe(expected)
})
