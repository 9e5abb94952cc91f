import type { Goal } from '../../engine/planning/index.ts'
import { countingKnobs, type Engines } from '../engines/index.ts'
import type { KeptPlans } from '../kept-plans/index.ts'
import type { Occupations } from '../occupations/index.ts'
import type { Organisations } from '../organisations/index.ts'
import type { Actor } from '../permissions/index.ts'
import { basisOf, type Naming, recordsOf } from '../planning/index.ts'
import type { DeskProgramme, ProgrammeDesk } from '../programme-desk/index.ts'
import type { RegionsService } from '../regions/index.ts'
import type { Language } from '../skills/index.ts'
import type { Vacancies } from '../vacancies/index.ts'
import { chosenOf, curriculumView, skillsToQuote } from './curriculum-view.ts'
import { askOnce } from './kept-findings.ts'
import { demandKnobs } from './knobs.ts'
import { bySoonest, choiceOf, nameOf, plannedOf, regionOf } from './opened.ts'
import type { CurriculumView, WaitingView } from './views.ts'
import { waitingCounts } from './waiting-view.ts'

export interface At {
  readonly organisation: string
  readonly programme: string
}

export interface DemandAsked {
  readonly language: Language
  /** Code of a labour-market region, or `all` for the whole country. Left out or unknown: the region of the offering, else of the organisation. */
  readonly region?: string | undefined
  /** Aborts when whoever asks has left. */
  readonly signal?: AbortSignal | undefined
}

/**
 * What waits for a programme: people, vacancies and employers; and its curriculum against what vacancies ask. For members of its organisation.
 * All throw SignInNeeded, Forbidden or NotFound by the permission table; Busy when more is asked than can be answered in time.
 */
export interface ProgrammeDemand {
  /** @param asked.offering one of this programme; left out or unknown: the one that starts soonest */
  waiting(actor: Actor, at: At, asked: DemandAsked & { readonly offering?: string | undefined }): Promise<WaitingView>
  /** @param asked.occupations ids of those it may lead to; left out or none of them: those of which it teaches most */
  curriculum(
    actor: Actor,
    at: At,
    asked: DemandAsked & { readonly occupations?: readonly string[] | undefined },
  ): Promise<CurriculumView>
}

export interface ProgrammeDemandParts {
  readonly engines: Engines
  readonly programmeDesk: Pick<ProgrammeDesk, 'get'>
  readonly organisations: Pick<Organisations, 'find'>
  readonly keptPlans: Pick<KeptPlans, 'countWith'>
  readonly vacancies: Pick<Vacancies, 'ofIds' | 'quotes'>
  readonly regions: RegionsService
  /** Made after this module. */
  readonly occupations: () => Pick<Occupations, 'ledTo'>
  readonly isDemo: () => Promise<boolean>
}

export function createProgrammeDemand(parts: ProgrammeDemandParts): ProgrammeDemand {
  const { engines, programmeDesk, organisations, vacancies, regions } = parts
  const askWaiting = askOnce(engines)
  return {
    async waiting(actor, at, { language, region: chosenRegion, offering: chosenOffering, signal }) {
      const row = await programmeDesk.get(actor, at)
      const before = await engines.resident()
      const planned = row.state === 'published' ? plannedOf(before, row.id) : []
      const offerings = planned.map((one) => choiceOf(one, before.today)).sort(bySoonest)
      const offering = offerings.find(({ id }) => id === chosenOffering) ?? offerings[0]
      const record = planned.find(({ id }) => id === offering?.id)
      const isDual = record?.facts.job !== undefined
      const region = isDual ? undefined : regionOf(regions, chosenRegion, [record?.region, await homeOf(at.organisation)])
      const found = offering && (await askWaiting({ training: offering.id, goal: goalOf(region?.code) }, signal))
      const { finding, resident } = found ?? { finding: undefined, resident: before }
      const counted = finding?.counted ? finding : undefined
      const shown = new Set(counted?.otherEnd.first.map(({ vacancy }) => vacancy))
      const records = await recordsOf({ resident, vacancies }, { vacancies: shown, offerings: new Set() })
      const naming: Naming = { catalogue: resident.catalogue, records, regions, language }
      return {
        basis: basisOf(resident, await parts.isDemo()),
        programme: nameOf(row, language),
        ...(offering === undefined ? {} : { offering }),
        offerings,
        ...(region === undefined ? {} : { region }),
        isDual,
        kept: await parts.keptPlans.countWith(row.content.offerings.map(({ id }) => id)),
        leastPool: countingKnobs.leastPool,
        ...(counted ? { counts: waitingCounts(naming, counted) } : { notCounted: whyNot(row, finding) }),
      }
    },
    async curriculum(actor, at, { language, region: chosenRegion, occupations: chosen = [], signal }) {
      const row = await programmeDesk.get(actor, at)
      const outcomes = row.content.outcomes.flatMap(({ skill, level, isConfirmed }) => (isConfirmed ? [{ skill, level }] : []))
      const own = row.content.offerings.map(({ region }) => region)
      const region = regionOf(regions, chosenRegion, [await homeOf(at.organisation), ...own])
      const ledTo = outcomes.length === 0 ? [] : await parts.occupations().ledTo(outcomes, language)
      const occupations = chosenOf(ledTo, chosen)
      const named = occupations.flatMap(({ isChosen, id }) => (isChosen ? (ledTo.find((one) => one.id === id)?.named ?? []) : []))
      // Without any occupation nothing is compared: no occupations at all would be all of them.
      const goal: Goal = { ...goalOf(region?.code), occupations: named }
      const { finding, resident } = await engines.ask({ kind: 'curriculum', outcomes, goal }, { signal })
      const quotes = await vacancies.quotes(
        { occupations: named.length === 0 ? ['none'] : named, ...(region === undefined ? {} : { regions: [region.code] }) },
        skillsToQuote(finding),
        demandKnobs.quotesEach,
      )
      return {
        basis: basisOf(resident, await parts.isDemo()),
        programme: nameOf(row, language),
        ...(region === undefined ? {} : { region }),
        occupations,
        ...curriculumView(resident.catalogue, finding, quotes, language),
        ...(outcomes.length === 0
          ? { nothing: 'noOutcomes' as const }
          : ledTo.length === 0
            ? { nothing: 'noOccupation' as const }
            : finding.vacancies === 0
              ? { nothing: 'noVacancies' as const }
              : {}),
      }
    },
  }

  async function homeOf(organisation: string): Promise<string | undefined> {
    return (await organisations.find(organisation))?.region
  }
}

const goalOf = (region: string | undefined): Goal => (region === undefined ? {} : { regions: [region] })

function whyNot(
  { state }: DeskProgramme,
  finding: { readonly counted: boolean } | undefined,
): NonNullable<WaitingView['notCounted']> {
  if (state !== 'published') return 'notPublished'
  return finding === undefined ? 'noOffering' : 'tooFew'
}
