import type { NearOccupation } from '../../../modules/occupations/index.ts'
import type { Example } from '../example.ts'
import { Junction, NearTable } from './junction.tsx'

const near = (label: string, has: number, alike: number, missing: readonly string[]): NearOccupation => ({
  ...{ id: label, slug: label.toLowerCase().replace(/\W+/g, '-'), label, ict: true, openings: 3, has, alike, outOf: 5, missing },
  ...(missing.length > 0
    ? {
        programme: {
          id: 'voorbeeld',
          title: 'Cursus functioneel beheer',
          provider: 'Voorbeeldschool',
          demo: true,
          teaches: 1,
          outOf: missing.length,
        },
      }
    : {}),
})

const from = [
  near('Medewerker boekhouding', 2, 1, ['Functioneel beheer', 'Testen', 'SQL']),
  near('Helpdeskmedewerker', 4, 0, ['SQL']),
  near('Verpleegkundige', 1, 0, ['Functioneel beheer', 'Testen', 'SQL', 'Schrijven']),
]
const to = [near('Business-analist', 3, 1, ['Modelleren', 'SQL']), near('Tester', 5, 0, [])]

export const examples: readonly Example[] = [
  { title: 'Junction', view: () => <Junction middle="Functioneel beheerder" from={from} to={to} /> },
  { title: 'NearTable', view: () => <NearTable items={from} caption="Voorbeeld: deuren naar binnen" /> },
]
