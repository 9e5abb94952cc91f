import type { ActingDatabase, Clock, Database, DateText, Ids, Log } from '../../platform/index.ts'
import type { DecisionLog } from '../decision-log/index.ts'
import type { Engines } from '../engines/index.ts'
import type { Mail } from '../mail/index.ts'
import type { Organisations } from '../organisations/index.ts'
import type { Profile } from '../people/index.ts'
import type { Actor } from '../permissions/index.ts'
import type { RegionsService } from '../regions/index.ts'
import type { RulesService } from '../rules/index.ts'
import type { SeniorHours } from '../senior-hours/index.ts'
import type { Language } from '../skills/index.ts'
import type { Trainings } from '../trainings/index.ts'
import type { Vacancies } from '../vacancies/index.ts'

/** The next best plan of somebody who has no place: what introductions offer with a no. */
export interface NextBest {
  readonly plan: string
  readonly title: string
  readonly employer?: string | undefined
  readonly readyOn?: DateText | undefined
}

/** What a pair to which both said yes becomes, in the hands of who makes placements. */
export interface ProposedPlacement {
  readonly person: string
  /** Organisations. */
  readonly school: string
  readonly employer: string
  readonly programme: string
  readonly offering: string
  readonly from: DateText
  readonly until: DateText
  readonly hoursPerWeek: number
}

/** An account of the demo, as the accounts' part of the demo puts it in place. */
export interface DemoParticipantAccount {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly language: 'nl' | 'en'
  readonly administrator: boolean
}

/** What cohorts need of the rest. */
export interface CohortsParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly rules: Pick<RulesService, 'find'>
  readonly trainings: Pick<Trainings, 'findProgramme' | 'findOffering' | 'offeringsOf' | 'ofOrganisation'>
  readonly organisations: Pick<Organisations, 'find' | 'findMany' | 'list'>
  readonly regions: Pick<RegionsService, 'findPlace' | 'findMunicipality' | 'municipalityAt' | 'find'>
  readonly engines: Pick<Engines, 'ask' | 'resident'>
  readonly vacancies: Pick<Vacancies, 'ofIds'>
  readonly profileOf: (program: ActingDatabase, account: string) => Promise<Profile | undefined>
  readonly nextPlan: (profile: Profile, language: Language) => Promise<NextBest | undefined>
  readonly mail: Pick<Mail, 'write'>
  readonly record: DecisionLog['record']
  readonly versions: () => Promise<Parameters<DecisionLog['record']>[1]['versions']>
  /** Hours of mentors and guest teachers. Left out: nobody is named (tests). */
  readonly seniorHours?: Pick<SeniorHours, 'draw' | 'roomOf' | 'drawnFor'>
  /** Left out: nobody makes placements here, and a pair ends with two times yes. */
  readonly proposePlacement?: (actor: Actor, asked: ProposedPlacement) => Promise<{ readonly id: string }>
  /** Accounts and profiles of the demo. */
  readonly putDemoAccounts: (inside: ActingDatabase, people: readonly DemoParticipantAccount[]) => Promise<void>
  readonly putDemoProfile: (inside: ActingDatabase, account: string, profile: Profile) => Promise<void>
}
