import { expect, test } from 'vitest'
import { withoutPersonalData } from './without-personal-data.ts'

const left = (text: string): string => withoutPersonalData(text).replace(/\s+/g, ' ').trim()

test.each([
  ['Naam: Ruby Jansen', ''],
  ['Nationaliteit: Turkse | Talen: Nederlands', '| Talen: Nederlands'],
  ['Nationaliteit\nTurkse\nKok', 'Kok'],
  ['Jan Jansen, geboren te Utrecht op 3-3-1985', 'Jan Jansen,'],
  ['Geslacht: vrouw\nBurgerlijke staat: gehuwd\nKok', 'Kok'],
  ['Sex: female\nMarital status: single\nReligion: none\nAge: 41', ''],
  ['Mail python@example.org of www.docker.example/sql', 'Mail of'],
  ['github.com/ruby-java en linkedin.com/in/sql', 'en'],
  ['ASP.NET, Node.js en C#/.NET', 'ASP.NET, Node.js en C#/.NET'],
  ['Adres gegevens beheren', 'Adres gegevens beheren'],
  ['Referenties: Jan, Kubernetes-expert', ''],
])('of %j is left %j', (text, expected) => {
  expect(left(text)).toBe(expected)
})

test('every line stays the line it was, and long white space is cut', () => {
  const text = 'Naam: Ruby\r\n\tGeslacht: vrouw\nSQL'
  expect(withoutPersonalData(text).split('\n').indexOf('SQL')).toBe(2)
  expect(withoutPersonalData(`a${' '.repeat(10_000)}b`)).toBe(`a${' '.repeat(100)}b`)
})
