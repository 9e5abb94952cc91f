import { describe, expect, test } from 'vitest'
import { readWith } from './checked-text-for-tests.ts'
import { createHeroNames } from './hero-names.ts'
import { readWording } from './wording.ts'

const heroes = createHeroNames(await readWording())

describe('what the work is called in place of a hero', () => {
  const occupation = { nl: 'Systeembeheerder', en: 'System administrator' }

  test.each([
    ['Wij zoeken een rockstar.', {}, 'Wij zoeken een collega.'],
    ['Wij zoeken een echte ninja.', { occupation }, 'Wij zoeken een systeembeheerder.'],
    ['Ben jij een data wizard?', {}, 'Ben jij een data specialist?'],
    ['We need a rockstar engineer.', {}, 'We need an engineer.'],
  ])('%s', (text, given, expected) => expect(readWith(heroes, text, given).rewritten).toEqual([expected]))

  test('in a title, with v/m/x', () => {
    const body = 'Je werkt in Ede en helpt mensen met hun computer.'
    const inTitle = (title: string, given: object): string | undefined =>
      readWith(heroes, body, { title, ...given }).rewritten[0]?.split('\n')[0]
    expect(inTitle('Developer, rockstar', {})).toBe('Developer (v/m/x)')
    expect(inTitle('Gezocht: rockstar', { occupation })).toBe('Gezocht: systeembeheerder (v/m/x)')
  })

  test.each(['Je opent de installatie-wizard.', 'Onze helden van de zorg verdienen goede software.'])('not: %s', (text) =>
    expect(readWith(heroes, text).words).toEqual([]),
  )
})
