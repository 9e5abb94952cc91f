import type { Level } from '../../engine/taxonomy/index.ts'
import type { DateText } from '../../platform/index.ts'
import type { Profile } from '../people/index.ts'
import type { RegionsService } from '../regions/index.ts'
import type { Catalogue } from '../skills/index.ts'
import type { Cell, ShownProfile, ShownSkill } from './match-profile.ts'

/** What a profile says, before anything is left out for being rare: only to be shown after `coarsen.ts` looked at it. */
export interface Finest {
  readonly cell: Cell
  readonly workField?: 'ict' | 'other'
  /** With what each may be replaced by where it is rare: broader concepts, the nearest first. */
  readonly skills: readonly { readonly shown: ShownSkill; readonly broader: readonly string[] }[]
  readonly plain: Pick<ShownProfile, 'hours' | 'days'>
}

export interface FinestParts {
  readonly catalogue: Catalogue
  readonly regions: Pick<RegionsService, 'findPlace' | 'municipalityAt' | 'findMunicipality'>
  readonly today: DateText
}

/** Of a profile as `foundProfileOf` keeps it. */
export function finestOf(profile: Profile, { catalogue, regions, today }: FinestParts): Finest {
  const place = regions.findPlace(profile)
  const municipality =
    place &&
    (regions.findMunicipality(profile.municipality ?? '') ?? (place.approximate ? undefined : regions.municipalityAt(place.at)))
  const occupation = profile.occupations.map((id) => catalogue.standsFor(id)).find((id) => catalogue.find(id))
  const diploma = highest(profile.diplomas)
  return {
    cell: {
      ...(municipality === undefined ? {} : { municipality: municipality.name }),
      ...(place === undefined ? {} : { region: municipality?.region ?? place.region }),
      ...(occupation === undefined ? {} : { occupation }),
      ...(diploma === undefined ? {} : { diplomaLevel: diploma.level }),
      ...(diploma?.field === undefined ? {} : { diplomaField: diploma.field.slice(0, 2) }),
      ...(profile.languages === undefined ? {} : { languages: sorted(profile.languages) }),
      ...(profile.availableFrom === undefined || profile.availableFrom <= today
        ? {}
        : { available: profile.availableFrom.slice(0, 7) }),
    },
    ...(occupation === undefined ? {} : { workField: catalogue.find(occupation)?.ict ? ('ict' as const) : ('other' as const) }),
    skills: skillsOf(profile, catalogue),
    plain: {
      ...(profile.hours === undefined ? {} : { hours: inFours(profile.hours) }),
      ...(profile.days === undefined ? {} : { days: bits(profile.days) }),
    },
  }
}

function highest(diplomas: Profile['diplomas']): NonNullable<Profile['diplomas']>[number] | undefined {
  return diplomas?.toSorted((a, b) => b.level - a.level || ((a.field ?? '') < (b.field ?? '') ? -1 : 1))[0]
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** 26 to 34 is 24 to 36: a wish that nobody else has is an address. */
function inFours([least, most]: readonly [number, number]): readonly [number, number] {
  return [Math.max(1, Math.floor(least / 4) * 4), Math.ceil(most / 4) * 4]
}

function bits(days: number): number {
  let count = 0
  for (let left = days; left !== 0; left &= left - 1) count++
  return count
}

/** What somebody can do; *no* is not shown. By id, so that the order of answering says nothing. */
function skillsOf({ answers, evidence }: Profile, catalogue: Catalogue): Finest['skills'] {
  const shown = new Map<string, ShownSkill>()
  for (const [id, answer] of Object.entries(answers)) {
    if (answer === 'no') continue
    const skill = catalogue.standsFor(id)
    if (!catalogue.find(skill)) continue
    shown.set(skill, {
      skill,
      ...(answer === 'yes' ? {} : { level: answer as Level | 'little' }),
      evidence: evidence?.[id] ?? 'claimed',
    })
  }
  return [...shown.values()]
    .sort((a, b) => (a.skill < b.skill ? -1 : 1))
    .map((one) => ({ shown: one, broader: broaderOf(one.skill, catalogue) }))
}

/** All that is broader, the nearest first; shelves of the taxonomy are no skills. */
function broaderOf(skill: string, catalogue: Catalogue): string[] {
  const found = new Set<string>()
  let edge = [skill]
  while (edge.length > 0) {
    edge = edge.flatMap((id) => catalogue.broader(id)).filter((id) => !found.has(id) && id !== skill)
    for (const id of edge) if (catalogue.find(id)?.type === 'skill' && catalogue.find(id)?.kind !== 'group') found.add(id)
    if (found.size > 50) break
  }
  return [...found]
}
