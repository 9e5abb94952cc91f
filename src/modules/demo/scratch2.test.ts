import { test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { createRegions } from '../regions/index.ts'
import { createSkills } from '../skills/create-skills.ts'
import { createRandom } from './random.ts'
import { demoOccupations } from './demo-occupations.ts'
import { demoOfferings } from './demo-offerings.ts'
import { demoPeople } from './demo-people.ts'
import { demoPlaces, readPlaceWeights } from './demo-places.ts'
import { demoProgrammes } from './demo-programmes.ts'
import { demoVacancies } from './demo-vacancies.ts'
test('t', async () => {
  const db = await freshDatabases()[0]!.open()
  const clock = { now: () => Date.now() }
  const ids = { next: () => 'x', token: () => 'x' }
  const skills = createSkills({ db, clock, ids, log: silentLog })
  await skills.loadStarter('/tmp/vocab')
  const catalogue = await skills.catalogue()
  const regions = await createRegions({ db, ids, clock })
  const w = await readPlaceWeights()
  for (const _ of [1, 2]) {
    const t = (n: string) => { console.log(n, Date.now() - s); s = Date.now() }
    let s = Date.now()
    const random = createRandom('x')
    const places = demoPlaces(regions.municipalities(), w); t('places')
    const occupations = demoOccupations(catalogue); t('occ')
    const labelOf = (a: string, b: 'nl'|'en') => catalogue.label(a, b)
    const programmes = demoProgrammes(random.fork('p'), occupations, labelOf, 150); t('prog')
    const offered = demoOfferings(random.fork('o'), programmes, places, '2026-11-25', 600); t('off')
    demoVacancies(random.fork('v'), { occupations, programmes, offerings: offered, places, labelOf, today: '2026-11-25' }, 4000); t('vac')
    const people = demoPeople(random.fork('q'), catalogue, places, 20000); t('people')
    JSON.stringify(people); t('json')
  }
})
