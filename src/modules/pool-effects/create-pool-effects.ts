import type { PoolSubject } from '../../engine/planning/index.ts'
import { Invalid, NotFound } from '../../platform/index.ts'
import { countingKnobs, type Engines, type Finding, type Found } from '../engines/index.ts'
import type { Resident } from '../matching/index.ts'
import { basisOf, type Naming, recordsOf, summariseTraining, summariseVacancyById } from '../planning/index.ts'
import type { RegionsService } from '../regions/index.ts'
import type { Language } from '../skills/index.ts'
import type { Vacancies } from '../vacancies/index.ts'
import { countsView } from './counts-view.ts'
import { type DescribedVacancy, toDescribed } from './described-vacancy.ts'
import type { PoolEffectView } from './views.ts'
import { tooFewText } from './words.ts'

/** A published vacancy, an offering, or a vacancy that is only described. */
export type AskedAbout = { readonly vacancy: string } | { readonly training: string } | { readonly described: DescribedVacancy }

export type PoolEffectAsked = AskedAbout & {
  readonly language: Language
  /** Aborts when whoever asks has left. */
  readonly signal?: AbortSignal | undefined
}

/** What demands cost in people. The site, the API and the command line all ask here. */
export interface PoolEffects {
  /**
   * @throws NotFound when there is no such vacancy or offering
   * @throws Invalid when a described vacancy cannot be used, or an offering lacks what it must be known by
   * @throws Busy when more is asked than can be answered in time
   */
  effect(asked: PoolEffectAsked): Promise<PoolEffectView>
}

/** Findings about what is published, of one moment: the same for everybody who asks. */
const mostKept = 2000

export function createPoolEffects(parts: {
  readonly engines: Engines
  readonly vacancies: Pick<Vacancies, 'ofIds'>
  readonly regions: RegionsService
  readonly isDemo: () => Promise<boolean>
}): PoolEffects {
  const { engines, vacancies, regions, isDemo } = parts
  const kept = new WeakMap<Resident, Map<string, Found<'poolEffect'>>>()

  /** A page of a vacancy is opened often, and its answer changes with the data only. */
  async function find(subject: PoolSubject, signal: AbortSignal | undefined): Promise<Found<'poolEffect'>> {
    const newest = await engines.resident()
    const key = JSON.stringify(subject)
    const known = kept.get(newest)?.get(key)
    if (known) return known
    const found = await engines.ask({ kind: 'poolEffect', subject }, { signal })
    if (!('described' in subject)) keep(found, key)
    return found
  }

  function keep(found: Found<'poolEffect'>, key: string): void {
    const of = kept.get(found.resident) ?? new Map<string, Found<'poolEffect'>>()
    if (of.size >= mostKept) of.clear()
    kept.set(found.resident, of.set(key, found))
  }

  return {
    async effect(asked) {
      const { language, signal } = asked
      const { finding, resident } = await find(await subjectOf(asked, engines, regions), signal)
      if (!finding) throw missing(asked, resident)
      const naming = await namingOf(finding, asked, { resident, vacancies, regions, language })
      return {
        basis: basisOf(resident, await isDemo()),
        ...('vacancy' in asked ? { vacancy: summariseVacancyById(naming, asked.vacancy) } : {}),
        ...('training' in asked ? { training: summariseTraining(naming, asked.training) } : {}),
        leastPool: countingKnobs.leastPool,
        ...(finding.counted
          ? { counts: countsView(naming, finding, requirementsOf(asked, naming, resident)) }
          : { note: tooFewText(countingKnobs.leastPool, language) }),
      }
    },
  }
}

async function subjectOf(asked: AskedAbout, engines: Engines, regions: RegionsService): Promise<PoolSubject> {
  if ('vacancy' in asked) return { vacancy: asked.vacancy }
  if ('training' in asked) return { training: asked.training }
  const { catalogue } = await engines.resident()
  return { described: toDescribed(asked.described, { catalogue, regions }) }
}

function missing(asked: AskedAbout, resident: Resident): Error {
  if ('vacancy' in asked) return new NotFound('published vacancy', asked.vacancy)
  const id = 'training' in asked ? asked.training : ''
  if (!resident.offerings.has(id)) return new NotFound('offering', id)
  return new Invalid(
    'training',
    `Of offering "${id}" start, length, load or price is not known, so nothing can be counted of it.`,
  )
}

async function namingOf(
  finding: NonNullable<Finding<'poolEffect'>>,
  asked: AskedAbout,
  {
    resident,
    vacancies,
    regions,
    language,
  }: {
    readonly resident: Resident
    readonly vacancies: Pick<Vacancies, 'ofIds'>
    readonly regions: RegionsService
    readonly language: Language
  },
): Promise<Naming> {
  const records = await recordsOf(
    { resident, vacancies },
    {
      vacancies: new Set('vacancy' in asked ? [asked.vacancy] : []),
      offerings: new Set([
        ...('training' in asked ? [asked.training] : []),
        ...(finding.counted ? finding.trainings.map(({ offering }) => offering) : []),
      ]),
    },
  )
  return { catalogue: resident.catalogue, records, regions, language }
}

/** In the order of the text, with the words that were read. */
function requirementsOf(
  asked: AskedAbout,
  { records }: Naming,
  resident: Resident,
): readonly { readonly skill: string; readonly words?: string }[] {
  if ('vacancy' in asked) return records.vacancies.get(asked.vacancy)?.requirements ?? []
  if ('described' in asked) return asked.described.requirements
  const offering = resident.offerings.get(asked.training)
  return (offering && resident.programmes.get(offering.programme)?.facts.prerequisites) ?? []
}
