import type { Municipality } from '../regions/index.ts'
import type { DemoPlaces } from './demo-places.ts'
import type { Random } from './random.ts'

export type Sector =
  | 'software'
  | 'services'
  | 'government'
  | 'security'
  | 'health'
  | 'education'
  | 'industry'
  | 'finance'
  | 'logistics'

/** A plainly invented organisation: its name says that it is of the demo. */
export interface DemoEmployer {
  readonly name: string
  readonly sector: Sector
  readonly municipality: Municipality
}

export interface DemoProvider {
  readonly name: string
  readonly kind: 'school' | 'bootcamp' | 'institute' | 'online'
}

const stems = [
  'Lindewaard',
  'Kopergroen',
  'Noorderbrug',
  'Zilverberk',
  'Windveer',
  'Blauwe Sluis',
  'Hazelnoot',
  'Rietkraag',
  'Morgenster',
  'Kruispunt',
  'Veldlijn',
  'Oeverzicht',
  'Zonnedauw',
  'Steenvlinder',
  'Havenlicht',
  'Duinroos',
  'Wilgentak',
  'Nachtegaal',
  'Korenbloem',
  'Waterwijzer',
  'Klaverblad',
  'Gouden Anker',
  'Regenboog',
  'Stroomdal',
  'Eikenhorst',
  'Vuurdoorn',
  'Zeewind',
  'Appelgaard',
  'Roodborst',
  'Meerkoet',
  'Berkenlaan',
  'Driesprong',
  'Vlasakker',
  'Heldersteen',
  'Kiekendief',
  'Lavendel',
  'Bovenloop',
  'Schelpenpad',
  'Kastanje',
  'Wegwijzer',
  'Tuinfluiter',
  'Smalle Brug',
  'Winterlicht',
  'Grutto',
  'Paardenbloem',
] as const

const kinds: Readonly<Record<Sector, readonly string[]>> = {
  software: ['Software', 'Apps', 'Code', 'Platform'],
  services: ['ICT', 'Systemen', 'Advies', 'Beheer', 'Cloud'],
  government: ['Gemeente', 'Waterschap', 'Omgevingsdienst', 'Belastingkantoor'],
  security: ['Cyberhulp', 'Beveiliging', 'Digitaal Slot'],
  health: ['Zorg', 'Ziekenhuis', 'Thuiszorg'],
  education: ['College', 'Scholengroep', 'Hogeschool'],
  industry: ['Machines', 'Techniek', 'Energie', 'Foodgroep'],
  finance: ['Verzekeringen', 'Bank', 'Administraties'],
  logistics: ['Transport', 'Logistiek', 'Webwinkel'],
}

const sectorShares: readonly (readonly [Sector, number])[] = [
  ['services', 26],
  ['software', 24],
  ['government', 12],
  ['industry', 9],
  ['finance', 8],
  ['health', 7],
  ['logistics', 6],
  ['education', 4],
  ['security', 4],
]

/** These put the kind before the stem: "Gemeente Lindewaard". */
const kindFirst: ReadonlySet<string> = new Set([
  'Gemeente',
  'Waterschap',
  'Omgevingsdienst',
  'Belastingkantoor',
  'Ziekenhuis',
  'Scholengroep',
  'Hogeschool',
])

export function demoEmployers(random: Random, places: DemoPlaces, count: number): readonly DemoEmployer[] {
  const taken = new Set<string>()
  const employers: DemoEmployer[] = []
  while (employers.length < count) {
    const [sector] = random.weighted(sectorShares, ([, share]) => share)
    const kind = random.pick(kinds[sector])
    const stem = random.pick(stems)
    // Every region has at least one employer.
    const municipality = places.largest[employers.length] ?? places.work(random)
    const plain = kindFirst.has(kind) ? `${kind} ${stem}` : `${stem} ${kind}`
    // The country has more employers than we have invented names: a second one says where it is.
    const name = taken.has(plain) ? `${plain} ${municipality.name}` : plain
    if (taken.has(name)) continue
    taken.add(name)
    employers.push({ name: `${name} (demo)`, sector, municipality })
  }
  return employers
}

export function isPublicOrSecurity(sector: Sector): boolean {
  return sector === 'government' || sector === 'security' || sector === 'education'
}

const firstProviders: readonly DemoProvider[] = [
  { name: 'Leerhuis De Brug (demo)', kind: 'school' },
  { name: 'ROC Oeverland (demo)', kind: 'school' },
  { name: 'ROC De Driesprong (demo)', kind: 'school' },
  { name: 'Hogeschool Zilverberk (demo)', kind: 'school' },
  { name: 'Hogeschool Noorderbrug (demo)', kind: 'school' },
  { name: 'Codewerkplaats Morgenster (demo)', kind: 'bootcamp' },
  { name: 'Bootcamp Windveer (demo)', kind: 'bootcamp' },
  { name: 'De Omschakelaar (demo)', kind: 'bootcamp' },
  { name: 'Startbaan ICT (demo)', kind: 'bootcamp' },
  { name: 'Opleidingshuis Korenbloem (demo)', kind: 'institute' },
  { name: 'Vakschool Digitaal Lindewaard (demo)', kind: 'institute' },
  { name: 'Avondschool Klaverblad (demo)', kind: 'institute' },
  { name: 'Leerlijn Techniek (demo)', kind: 'institute' },
  { name: 'Thuisleren Havenlicht (demo)', kind: 'online' },
  { name: 'Schermles (demo)', kind: 'online' },
  { name: 'Eigen Tempo Academie (demo)', kind: 'online' },
]

/** Beside the stem, in front of it: "ROC Rietkraag". */
const providerKinds: Readonly<Record<DemoProvider['kind'], readonly string[]>> = {
  school: ['ROC', 'Hogeschool', 'Leerhuis'],
  bootcamp: ['Bootcamp', 'Codewerkplaats', 'Omscholing'],
  institute: ['Opleidingshuis', 'Vakschool', 'Avondschool'],
  online: ['Thuisleren', 'Schermles', 'Academie'],
}
const programmesPerProvider = 9
/** After so many the names begin again. */
const triedNames = 720

/** The sixteen of a small world, and as many more as so many programmes need; of each kind in the same proportion. */
export function demoProviders(programmes: number): readonly DemoProvider[] {
  const wanted = Math.floor(programmes / programmesPerProvider)
  const providers = [...firstProviders]
  const taken = new Set(providers.map(({ name }) => name))
  for (let number = 0; providers.length < wanted && number < triedNames; number++) {
    const { kind } = firstProviders[number % firstProviders.length] as DemoProvider
    const words = providerKinds[kind]
    const name = `${words[number % words.length]} ${stems[Math.floor(number / 2) % stems.length]} (demo)`
    if (taken.has(name)) continue
    taken.add(name)
    providers.push({ name, kind })
  }
  return providers
}
