import { NotFound } from '../../platform/index.ts'
import {
  type Initiative,
  type InitiativeAudience,
  type InitiativeKind,
  type InitiativeSource,
  initiativeAudiences,
  initiativeKinds,
  type Pillar,
  pillars,
} from './initiative.ts'
import type { ReadInitiatives } from './read-initiatives.ts'

export interface InitiativeFilter {
  /** Words that must all stand in the name, what it does, for whom, or the names of the plan; case and accents do not count. */
  readonly text?: string | undefined
  readonly audience?: InitiativeAudience | undefined
  /** Works in this labour-market region, or in the whole country. */
  readonly region?: string | undefined
  readonly pillar?: Pillar | undefined
  readonly kind?: InitiativeKind | undefined
}

/** How many initiatives each choice would leave, with the other choices as they are. */
export interface InitiativeFacets {
  readonly audience: readonly { readonly value: InitiativeAudience; readonly count: number }[]
  readonly region: readonly { readonly value: string; readonly count: number }[]
  readonly pillar: readonly { readonly value: Pillar; readonly count: number }[]
  readonly kind: readonly { readonly value: InitiativeKind; readonly count: number }[]
}

/** The catalogue in memory. */
export interface InitiativeCatalogue {
  /** Those that pass, by Dutch name. */
  list(filter?: InitiativeFilter): readonly Initiative[]
  facets(filter?: InitiativeFilter): InitiativeFacets
  find(id: string): Initiative | undefined
  /** @throws NotFound */
  get(id: string): Initiative
  /** The initiative behind a rule of finance, as `techmeup`. */
  ofRule(rule: string): Initiative | undefined
  /** @throws NotFound */
  source(id: string): InitiativeSource
  /** All of them, in the order of the file. */
  sources(): readonly InitiativeSource[]
}

export function createCatalogue({ initiatives, sources }: ReadInitiatives, regions: readonly string[]): InitiativeCatalogue {
  const all = [...initiatives].sort((a, b) => a.name.nl.localeCompare(b.name.nl, 'nl'))
  const byId = new Map(all.map((one) => [one.id, one]))
  const texts = new Map(all.map((one) => [one.id, searchText(one)]))

  function list(filter: InitiativeFilter = {}): Initiative[] {
    const words = plain(filter.text ?? '')
      .split(/\s+/)
      .filter(Boolean)
    return all.filter(
      (one) =>
        (filter.audience === undefined || one.audiences.includes(filter.audience)) &&
        (filter.region === undefined || worksIn(one, filter.region)) &&
        (filter.pillar === undefined || one.pillars.includes(filter.pillar)) &&
        (filter.kind === undefined || one.kind === filter.kind) &&
        words.every((word) => texts.get(one.id)?.includes(word)),
    )
  }

  function get(id: string): Initiative {
    const found = byId.get(id)
    if (!found) throw new NotFound('initiative', id)
    return found
  }

  return {
    list,
    facets(filter = {}) {
      const count = <T>(left: readonly Initiative[], values: readonly T[], has: (one: Initiative, value: T) => boolean) =>
        values.map((value) => ({ value, count: left.filter((one) => has(one, value)).length }))
      return {
        audience: count(list({ ...filter, audience: undefined }), initiativeAudiences, (one, value) =>
          one.audiences.includes(value),
        ),
        region: count(list({ ...filter, region: undefined }), regions, worksIn),
        pillar: count(list({ ...filter, pillar: undefined }), pillars, (one, value) => one.pillars.includes(value)),
        kind: count(list({ ...filter, kind: undefined }), initiativeKinds, (one, value) => one.kind === value),
      }
    },
    find: (id) => byId.get(id),
    get,
    ofRule: (rule) => all.find((one) => one.finance?.rule === rule),
    source(id) {
      const found = sources.get(id)
      if (!found) throw new NotFound('source', id)
      return found
    },
    sources: () => [...sources.values()],
  }
}

function worksIn({ regions: { value } }: Initiative, region: string): boolean {
  return value === 'nationwide' || (value?.includes(region) ?? false)
}

function searchText({ name, what, forWhom, planNames = [], training }: Initiative): string {
  const both = [name, what.value, forWhom.value, ...(training?.tracks.map((track) => track.name) ?? [])]
  return plain([...both.flatMap((one) => (one ? [one.nl, one.en] : [])), ...planNames, training?.provider ?? ''].join(' '))
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
}
