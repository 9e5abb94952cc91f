import { beforeAll, expect, test } from 'vitest'
import { freshDatabases } from '../../../../test/databases.ts'
import type { Catalogue } from '../../skills/index.ts'
import { catalogueForTests } from './catalogue-for-tests.ts'
import { commonTitle } from './common-title.ts'
import { readCvText } from './read-cv-text.ts'

let catalogue: Catalogue
beforeAll(async () => {
  catalogue = await catalogueForTests(() => freshDatabases()[0]!.open())
})

test.each([
  ['Administratief medewerkster', 'Administratief medewerker'],
  ['Systeembeheerster', 'systeembeheerder'],
  ['Junior data-analiste', 'Junior data-analist'],
  ['Webredactrice', 'webredacteur'],
  ['Kokkin', 'kok'],
  ['Verpleegkundige', 'Verpleegkundige'],
  ['Scrum master', 'Scrum master'],
])('%s has the common form %s', (title, common) => {
  expect(commonTitle(title, catalogue)).toBe(common)
})

test.each([
  ['Administratief medewerker', 'Administratief medewerkster'],
  ['Systeembeheerder', 'Systeembeheerster'],
  ['Senior softwareontwikkelaar', 'Senior softwareontwikkelaarster'],
])('a CV with %s and one with %s give the same occupation', (common, womens) => {
  const occupations = (title: string): string[] =>
    readCvText(`WERKERVARING\n2018 - 2022 ${title} bij Voorbeeld BV`, catalogue, '2026-11-25').occupations.map(
      ({ concept }) => concept,
    )
  expect(occupations(common)).toHaveLength(1)
  expect(occupations(womens)).toEqual(occupations(common))
})
