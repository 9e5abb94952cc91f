import { NotFound } from '../../platform/index.ts'
import type { Residents } from '../matching/index.ts'
import type { RegionsService } from '../regions/index.ts'
import type { Rule, RulesService } from '../rules/index.ts'
import { type Catalogue, type CodeLists, type Concept, type Language, readCodeLists } from '../skills/index.ts'
import type { Opening, Vacancies } from '../vacancies/index.ts'
import { codesOf } from './codes.ts'
import { type Market, marketOf, type Outcome } from './market.ts'
import type { LedTo, NearOccupation, OccupationSummary, OccupationView, RegionOpenings } from './occupation.ts'
import { occupationOf, slugOf } from './slug.ts'
import { groupWageOf, wagesOf } from './wages.ts'

export interface OccupationsAsked {
  readonly language: Language
  /** Words that its name or another name of it has. */
  readonly text?: string | undefined
  /** ICT work, or work people come from. */
  readonly kind?: 'ict' | 'other' | undefined
}

/** Occupations as pages: what the work asks, where it leads, what it pays, where it is open. */
export interface Occupations {
  /** Those of the starter vocabulary by label; with `text` those that search finds in all taxonomies, best first. */
  list(asked: OccupationsAsked): Promise<readonly OccupationSummary[]>
  /** By slug or id; undefined when there is no such current occupation. */
  find(slug: string, language: Language): Promise<OccupationView | undefined>
  /** ICT occupations of the starter vocabulary of which these outcomes teach an essential: those of which they teach the largest part first. */
  ledTo(outcomes: readonly Outcome[], language: Language): Promise<readonly LedTo[]>
  /** @throws NotFound */
  get(slug: string, language: Language): Promise<OccupationView>
}

const mostFound = 50
/** Of ICT work, and as many of other work: ICT work is nearer, and would hide where most people come from. */
const mostNearOfKind = 8
const mostProgrammes = 12
const ownScheme = 'schakel'

export async function createOccupations(parts: {
  readonly residents: Residents
  readonly vacancies: Pick<Vacancies, 'countByOccupation' | 'openingsOf'>
  readonly regions: RegionsService
  readonly rules: RulesService
}): Promise<Occupations> {
  const lists = await readCodeLists()
  let counted: { readonly revision: unknown; readonly counts: Promise<ReadonlyMap<string, number>> } | undefined

  async function market(): Promise<Market> {
    const resident = await parts.residents.current()
    const revision = resident.revisions.vacancies
    const known = counted && counted.revision === revision ? counted : { revision, counts: parts.vacancies.countByOccupation() }
    counted = known
    // What failed is asked again the next time.
    known.counts.catch(() => {
      counted = undefined
    })
    return marketOf(resident, await known.counts)
  }

  async function find(slug: string, language: Language): Promise<OccupationView | undefined> {
    const now = await market()
    const found = now.catalogue.find(occupationOf(slug, now.catalogue))
    const concept = found?.type === 'occupation' && found.status === 'current' ? found : undefined
    if (!concept) return undefined
    const openings = await parts.vacancies.openingsOf(now.idsOf(concept.id))
    return view({ market: now, lists, rules: await parts.rules.all(), regions: parts.regions, language }, concept, openings)
  }

  return {
    async list({ language, text, kind }) {
      const now = await market()
      const { catalogue } = now
      const found = text
        ? catalogue.search(text, { language, type: 'occupation', limit: mostFound }).map(({ concept }) => concept)
        : ownOccupations(catalogue, language)
      return found
        .filter(({ ict }) => kind === undefined || ict === (kind === 'ict'))
        .map((concept) => summary(now, concept, language))
    },
    find,
    async ledTo(outcomes, language) {
      const now = await market()
      return ownOccupations(now.catalogue, language)
        .filter(({ ict }) => ict)
        .map((concept) => ({ concept, ...now.taughtOf(concept.id, outcomes) }))
        .filter(({ teaches }) => teaches > 0)
        .sort(
          (a, b) => b.teaches / b.outOf - a.teaches / a.outOf || b.teaches - a.teaches || (a.concept.id < b.concept.id ? -1 : 1),
        )
        .map(({ concept: { id }, teaches, outOf }) => ({
          ...{ id, slug: slugOf(id), label: now.catalogue.label(id, language), openings: now.openings(id), teaches, outOf },
          named: now.idsOf(id),
        }))
    },
    async get(slug, language) {
      const found = await find(slug, language)
      if (!found) throw new NotFound('occupation', slug)
      return found
    },
  }
}

interface Naming {
  readonly market: Market
  readonly lists: CodeLists
  readonly rules: readonly Rule[]
  readonly regions: RegionsService
  readonly language: Language
}

function ownOccupations(catalogue: Catalogue, language: Language): Concept[] {
  return catalogue
    .engineOccupations()
    .map(({ id }) => catalogue.get(id))
    .filter(({ scheme }) => scheme === ownScheme)
    .map((concept) => ({ concept, label: catalogue.label(concept.id, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language) || (a.concept.id < b.concept.id ? -1 : 1))
    .map(({ concept }) => concept)
}

function summary({ catalogue, openings }: Market, { id, ict }: Concept, language: Language): OccupationSummary {
  const description = catalogue.description(id, language)
  return {
    id,
    slug: slugOf(id),
    label: catalogue.label(id, language),
    ict,
    ...(description === undefined ? {} : { description }),
    openings: openings(id),
  }
}

function view(naming: Naming, concept: Concept, vacancies: readonly Opening[]): OccupationView {
  const { market, language } = naming
  const { catalogue } = market
  const { id } = concept
  const byRegion = Map.groupBy(vacancies, ({ region }) => region ?? '')
  const regions = regionOpenings(naming.regions, byRegion)
  const groupWage = groupWageFor(naming, concept)
  const programmes = market.programmesFor(market.comparison.essentials(id), language)
  return {
    ...summary(market, concept, language),
    language,
    alternatives: catalogue.alternatives(id, language),
    skills: catalogue.skillsOf(id).map(({ skill, weight, level }) => ({
      skill,
      label: catalogue.label(skill, language),
      weight,
      ...(level === undefined ? {} : { level }),
    })),
    codes: codesOf(catalogue, naming.lists, id, language),
    from: nearest(
      naming,
      (other) => [other.id, id],
      concept,
      () => true,
    ),
    to: nearest(
      naming,
      (other) => [id, other.id],
      concept,
      ({ ict }) => ict,
    ),
    ...(groupWage === undefined ? {} : { groupWage }),
    vacancyWages: wagesOf(vacancies),
    regions,
    openingsWithoutRegion: vacancies.length - regions.reduce((sum, { openings }) => sum + openings, 0),
    programmeCount: programmes.length,
    programmes: programmes.slice(0, mostProgrammes),
  }
}

function regionOpenings(regions: RegionsService, counted: ReadonlyMap<string, readonly unknown[]>): RegionOpenings[] {
  return regions
    .list()
    .map(({ code, name }) => ({ region: code, name, openings: counted.get(code)?.length ?? 0 }))
    .sort((a, b) => b.openings - a.openings || a.name.localeCompare(b.name, 'nl'))
}

function groupWageFor({ market, lists, rules, language }: Naming, { id, codes }: Concept): OccupationView['groupWage'] {
  const code = codes.brc
  if (code === undefined) return undefined
  return groupWageOf(rules, { code, label: lists.brc.get(code)?.[language] ?? market.catalogue.label(id, language) }, language)
}

/** Occupations from or to which most essentials go along: by share of the essentials, then by what is alike. */
function nearest(
  { market, language }: Naming,
  direction: (other: Concept) => readonly [from: string, to: string],
  concept: Concept,
  wanted: (other: Concept) => boolean,
): NearOccupation[] {
  const near = ownOccupations(market.catalogue, language)
    .filter((other) => other.id !== concept.id && wanted(other))
    .map((other) => ({ other, near: market.comparison.between(...direction(other)) }))
    .filter(({ near }) => near.has > 0)
    .sort((a, b) => share(b.near) - share(a.near) || b.near.alike - a.near.alike || (a.other.id < b.other.id ? -1 : 1))
  const best = [true, false].flatMap((kind) => near.filter(({ other }) => other.ict === kind).slice(0, mostNearOfKind))
  return near
    .filter((one) => best.includes(one))
    .map(({ other, near: { missing, ...counts } }) => {
      const [programme] = market.programmesFor(missing, language)
      return {
        ...summary(market, other, language),
        ...counts,
        missing: missing.map(({ skill }) => market.catalogue.label(skill, language)),
        ...(programme === undefined ? {} : { programme }),
      }
    })
}

function share({ has, outOf }: { readonly has: number; readonly outOf: number }): number {
  return outOf === 0 ? 0 : has / outOf
}
