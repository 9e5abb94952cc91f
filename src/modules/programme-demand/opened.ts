import type { DateText } from '../../platform/index.ts'
import type { Resident } from '../matching/index.ts'
import type { DeskProgramme } from '../programme-desk/index.ts'
import type { RegionsService } from '../regions/index.ts'
import type { Language } from '../skills/index.ts'
import { isAskFirst, type OfferingRecord } from '../trainings/index.ts'
import type { OfferingChoice, ProgrammeName, RegionChoice } from './views.ts'

/** The whole country, as a choice of region. */
const wholeCountry = 'all'
export type WholeCountry = typeof wholeCountry

export function nameOf({ id, demo, content: { title } }: DeskProgramme, language: Language): ProgrammeName {
  const own = title[language]
  const other = language === 'nl' ? 'en' : 'nl'
  return own === undefined
    ? { id, demo, title: title[other] ?? '', titleLanguage: other }
    : { id, demo, title: own, titleLanguage: language }
}

/** Offerings that plans are made with, as they were at the moment of the resident: the soonest start first, then by id. */
export function plannedOf({ offerings, programmes }: Resident, programme: string): readonly OfferingRecord[] {
  const of = programmes.get(programme)
  if (!of) return []
  return [...offerings.values()].filter((one) => one.programme === programme && !isAskFirst(of, one))
}

export function choiceOf({ id, placeName, facts }: OfferingRecord, today: DateText): OfferingChoice {
  const next = facts.starts
    .map(({ date }) => date)
    .filter((date) => date >= today)
    .sort()[0]
  return {
    ...{ id, online: facts.online, feeEuro: facts.feeEuro ?? 0, rolling: facts.rolling },
    ...(placeName === undefined ? {} : { placeName }),
    ...(next === undefined ? {} : { nextStart: next }),
  }
}

/** Those that start any time first, then by their next start; those without one last. */
export function bySoonest(a: OfferingChoice, b: OfferingChoice): number {
  const key = ({ rolling, nextStart, id }: OfferingChoice): string => `${rolling ? '0' : (nextStart ?? '9')} ${id}`
  return key(a) < key(b) ? -1 : 1
}

/** The region that was chosen, else the first of these that is one; undefined: the whole country. */
export function regionOf(
  regions: Pick<RegionsService, 'find'>,
  chosen: string | undefined,
  preset: readonly (string | undefined)[],
): RegionChoice | undefined {
  if (chosen === wholeCountry) return undefined
  for (const code of [chosen, ...preset]) {
    const found = code === undefined ? undefined : regions.find(code)
    if (found) return { code: found.code, name: found.name }
  }
  return undefined
}
