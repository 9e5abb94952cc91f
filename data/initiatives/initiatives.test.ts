import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * The catalogue of initiatives as a domain expert edits it (README.md): each fact has a source and a date, every name of the plan is in,
 * both languages are there in short sentences. What the loader itself refuses is tested in src/modules/initiatives.
 */
interface Both {
  readonly nl: string
  readonly en: string
}
interface Fact {
  readonly value: unknown
  readonly source: string
  readonly date: string
  readonly certainty: string
}
interface Initiative {
  readonly id: string
  readonly name: Both
  readonly kind: string
  readonly planNames?: readonly string[]
  readonly what: Fact
  readonly forWhom: Fact
  readonly entry: Fact
  readonly figures: readonly (Fact & { readonly measure: Both; readonly cohort?: Both })[]
  readonly links: readonly string[]
}

const read = <T>(file: string): T => JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as T
const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.json') && file !== 'sources.json')
const initiatives = files.flatMap((file) => read<Initiative[]>(file))
const sources = read<{ id: string; url?: string; seenOn: string; published?: string }[]>('sources.json')
const whole = JSON.stringify(initiatives)
const today = new Date().toISOString().slice(0, 10)

/** Every programme, organisation and agreement that the plan names, by the words of the plan. */
const namesOfThePlan = [
  'Actieplan Groene en Digitale Banen',
  'Aanvalsplan Chronisch Tekort ICT’ers',
  'NLdigital',
  'Dutch Data Center Association',
  'Dutch Cloud Community',
  'Fiber Carrier Association',
  'Cyberveilig Nederland',
  'UWV Spanningsindicator',
  'Pr-eDICT',
  'Centrum Arbeidsmarkt ICT',
  'arbeidsmarktonderzoeken van het Centrum Arbeidsmarkt ICT met topsectoren',
  'FutureNL',
  'Co-Teach Informatica',
  'Allemaal Digitaal',
  'Hackshield',
  'Digitale Technologieën',
  'Natuur, Leven en Technologie',
  'Digitale Geletterdheid',
  'Cloud IT Academy',
  'CITA',
  'Datacenter College',
  'Samenwerkingsorganisatie Beroepsonderwijs Bedrijfsleven',
  'SBB',
  'CEDCE',
  'BLEI',
  'Datacenter Facility Engineering',
  'Datacenter IT Techniek',
  'glasvezel',
  'Techionista',
  'Make IT Work',
  'Codam',
  'Techgrounds',
  'TechMeUp',
  'Taskforce Diversiteit & Inclusie',
  'Meer meiden MBO ICT',
  'VHTO',
  'NLQF',
  'CompetentNL',
  'micro-credentials',
  'certificeringen',
  'nieuwe taal voor vacatureteksten',
  'ITVitae',
  'Opleiden en begeleiden van neurodiverse mensen',
  'VIP IT',
  'werving en begeleiding van statushouders',
  'samenwerking gaan zoeken met UWV',
  'deelcertificering op het vlak van cybersecurity',
  '30%-regeling',
  'VNG',
  'U-Tech',
  'IT Campus Rotterdam',
  'Brainport',
  'Katapult',
  'Platform Talent voor Technologie',
  'PTvT',
  'HCA-ICT',
  'Human Capital Agenda ICT',
  'AGConnect',
  'samenwerking tussen UWV en Make IT Work',
  'katalysator',
]

/** What the field study names besides. */
const othersOfTheField = [
  'HackYourFuture',
  'Motopp',
  'DSK: project VIT',
  'WE-IT Zuid-Holland',
  'Girls’ Day',
  'Spiegelbeeld: rolmodellen',
  'IT Academy Noord-Nederland',
  'Datacenter Academy in Hoorn',
]

test('every name of the plan, and of the field besides, is in', () => {
  const held = new Set(initiatives.flatMap(({ name, planNames = [] }) => [name.nl, ...planNames]))
  expect(namesOfThePlan.filter((name) => !held.has(name))).toEqual([])
  expect(othersOfTheField.filter((name) => !held.has(name))).toEqual([])
  // And no name was added to the catalogue as one of the plan without standing in this list.
  const planned = new Set(namesOfThePlan)
  expect(initiatives.flatMap(({ planNames = [] }) => planNames).filter((name) => !planned.has(name))).toEqual([])
})

/** All objects that carry a certainty, wherever they stand. */
function* factsIn(value: unknown): Generator<Fact> {
  if (typeof value !== 'object' || value === null) return
  if ('certainty' in value) yield value as Fact
  for (const one of Object.values(value)) yield* factsIn(one)
}

describe.each(initiatives.map((one) => [one.id, one] as const))('%s', (_, initiative) => {
  const known = new Set(sources.map(({ id }) => id))

  test('each fact has a source, a date and a certainty', () => {
    const facts = [...factsIn(initiative)]
    expect(facts.length).toBeGreaterThanOrEqual(6)
    for (const fact of facts) {
      expect(known.has(fact.source)).toBe(true)
      expect(fact.date).toMatch(/^\d{4}/)
      expect(fact.date <= today).toBe(true)
      expect(['seen', 'plan', 'unverified', 'unknown']).toContain(fact.certainty)
      // What was seen on a page is marked so, general knowledge never is.
      if (fact.source === 'general' || fact.source === 'law') expect(fact.certainty).toBe('unverified')
    }
    // Two names and what it does are the least that an entry says.
    expect(initiative.what.value).not.toBeNull()
    expect(initiative.forWhom.value).not.toBeNull()
  })

  test('both languages say it, in other words, in short sentences', () => {
    for (const { nl, en } of bothIn(initiative)) {
      expect(nl.trim()).not.toBe('')
      expect(en.trim()).not.toBe('')
      for (const text of [nl, en]) {
        expect(wordsPerSentence(text), text).toBeLessThan(15)
        expect(Math.max(...sentences(text).map(words)), text).toBeLessThanOrEqual(20)
      }
    }
    const what = initiative.what.value as Both
    expect(what.nl).not.toBe(what.en)
  })

  test('its links have an address, and no address stands outside the sources', () => {
    for (const link of initiative.links) expect(sources.find(({ id }) => id === link)?.url).toMatch(/^https?:/)
    expect(JSON.stringify(initiative)).not.toMatch(/https?:/)
  })
})

test('in one catalogue sentences are short on the whole', () => {
  for (const language of ['nl', 'en'] as const) {
    const all = initiatives.flatMap(({ what, forWhom }) => [what, forWhom].map(({ value }) => (value as Both)[language])).join(' ')
    expect(wordsPerSentence(all)).toBeLessThan(12)
  }
})

test('every source is used, and says when it was seen', () => {
  for (const { id, seenOn, published } of sources) {
    expect(whole, `source ${id} is used`).toContain(`"${id}"`)
    expect(seenOn <= today).toBe(true)
    if (published !== undefined) expect(published <= seenOn).toBe(true)
  }
})

function* bothIn(value: unknown): Generator<Both> {
  if (typeof value !== 'object' || value === null) return
  if ('nl' in value && 'en' in value) yield value as Both
  else for (const one of Object.values(value)) yield* bothIn(one)
}

function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?:;])\s+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

function words(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}

function wordsPerSentence(text: string): number {
  return words(text) / Math.max(1, sentences(text).length)
}
