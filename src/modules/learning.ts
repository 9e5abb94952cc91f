/** Makes the modules of learning while working: educators, cohorts, placements, credits and credentials. A part of the front door, `index.ts`. */
import type { Accounts } from './accounts/index.ts'
import { type CohortChoice, createCohortChoice } from './cohort-choice/index.ts'
import { type Cohorts, createCohorts } from './cohorts/index.ts'
import { type Badges, type Credentials, createBadges, createCredentials, createFetchText } from './credentials/index.ts'
import { type Credits, createCredits } from './credits/index.ts'
import type { DecisionLog } from './decision-log/index.ts'
import type { Demo } from './demo/index.ts'
import type { Engines } from './engines/index.ts'
import {
  createEnrolments,
  type Enrolments,
  enrolmentAddresses,
  nextPlanWithout,
  tellEnrolmentsByMail,
} from './enrolments/index.ts'
import { type Feeds, publicReach, trainingKindOf } from './feeds/index.ts'
import { createFunding, type Funding } from './funding/index.ts'
import type { ModulesParts } from './index.ts'
import { nextPlanOf } from './introductions/index.ts'
import type { KeptPlans } from './kept-plans/index.ts'
import type { Mail } from './mail/index.ts'
import type { Occupations } from './occupations/index.ts'
import { demoEducator, type Organisations } from './organisations/index.ts'
import { conceptFinder } from './people/index.ts'
import { createPlacements, type Placements, readQualifications, readTemplates } from './placements/index.ts'
import type { Planner } from './planning/index.ts'
import { createProgrammeDemand, type ProgrammeDemand } from './programme-demand/index.ts'
import { createProgrammeDesk, type ProgrammeDesk } from './programme-desk/index.ts'
import type { TextReader } from './reading/index.ts'
import type { RegionsService } from './regions/index.ts'
import type { RulesService } from './rules/index.ts'
import { createSeniorHours, type SeniorHours } from './senior-hours/index.ts'
import type { Skills } from './skills/index.ts'
import type { Trainings } from './trainings/index.ts'
import type { Vacancies } from './vacancies/index.ts'

export interface Learning {
  readonly programmeDesk: ProgrammeDesk
  /** Who waits for a programme, and its curriculum against demand. */
  readonly programmeDemand: ProgrammeDemand
  readonly enrolments: Enrolments
  readonly cohorts: Cohorts
  readonly cohortChoice: CohortChoice
  readonly seniorHours: SeniorHours
  readonly placements: Placements
  readonly credits: Credits
  /** Badges that organisations here issue. */
  readonly badges: Badges
  /** Credentials that people hold, and checking any. */
  readonly credentials: Credentials
  /** What funding schemes say to what somebody tells. */
  readonly funding: Funding
}

interface LearningParts extends Omit<ModulesParts, 'feeds' | 'engines' | 'secrets' | 'mail'> {
  readonly operator?: ModulesParts['operator']
  readonly skills: Skills
  readonly regions: RegionsService
  readonly rules: RulesService
  readonly trainings: Trainings
  readonly vacancies: Vacancies
  readonly texts: TextReader | undefined
  readonly engines: Engines
  readonly planning: Planner
  readonly organisations: Organisations
  readonly accounts: Accounts
  readonly mail: Mail
  readonly demo: Demo
  readonly decisionLog: DecisionLog
  readonly secrets: readonly string[]
  /** With what an answer was made, for the decision log. */
  readonly versions: () => Promise<{ readonly engine: string; readonly taxonomy: string; readonly transfer: string }>
  /** The address of the site as mails tell it. */
  readonly mailUrl: string | undefined
  readonly keptPlans: KeptPlans
  /** Made after these. */
  readonly occupations: () => Occupations
  readonly feeds: () => Feeds
}

export async function createLearning(parts: LearningParts): Promise<Learning> {
  const {
    db,
    clock,
    log,
    skills,
    regions,
    rules,
    trainings,
    vacancies,
    texts,
    engines,
    planning,
    organisations,
    accounts,
    mail,
    demo,
  } = parts
  const { decisionLog, secrets, versions, feeds } = parts
  const enrolments = createEnrolments({
    ...parts,
    rules,
    organisations,
    profileOf: (inside, account) => accounts.keptProfile(inside, account),
    nextPlan: (profile, withoutProgramme, language) => nextPlanWithout(planning, profile, withoutProgramme, language),
    tell: tellEnrolmentsByMail(mail, organisations, enrolmentAddresses),
    record: (inside, entry) => decisionLog.record(inside, entry),
    versions,
  })
  organisations.onClose(async (inside, organisation) => void (await enrolments.organisationCloses(inside, organisation)))
  // Goes with its organisation.
  demo.addPart({
    load: async (inside, world) => void (await enrolments.putDemo(inside, world, demoEducator.organisation)),
    remove: async () => {},
  })
  const funding = createFunding({ rules, clock })
  const siteUrl = parts.operator?.url ?? parts.mailUrl ?? 'http://localhost:3000'
  const badges = createBadges({
    ...{ db, clock, ids: parts.ids, organisations, mail, secrets },
    // Others can check a badge where they reach it, and `did:web` asks for TLS.
    site: { url: siteUrl, isPublic: parts.operator?.url !== undefined && siteUrl.startsWith('https:') },
    awardOf: async (inside, placement, award) => {
      const of = await placements.findIn(inside, placement)
      const given = (await credits.awardsOf(inside, placement)).find(({ id }) => id === award)
      if (of?.person === undefined || !given) return undefined
      const { unit, unitTitle: title, scale, credits: earned, activities } = given
      // A badge counts in study credits; hours of study are another scale.
      const inCredits = scale === 'ects' ? { credits: earned } : {}
      return { person: of.person, school: of.school, unit, title, ...inCredits, activities: activities.length }
    },
    completedOf: async (inside, enrolment) => {
      const found = await enrolments.findIn(inside, enrolment)
      if (found?.state !== 'completed') return undefined
      return { person: found.person, school: found.organisation, programme: found.programme, title: found.programmeTitle }
    },
    practiceOf: (inside, placement) => placements.practiceIn(inside, placement),
    openAt: (language, badge) => `${language === 'nl' ? '/nl/bewijs' : '/en/credential'}/${encodeURIComponent(badge)}`,
  })
  demo.addPart({ load: (inside) => badges.putDemo(inside), remove: async () => {} })
  const credentials = createCredentials({
    ...{ db, clock, ids: parts.ids, skills, rules },
    checks: {
      clock,
      known: parts.credentials?.known ?? [],
      own: badges.own,
      fetchText: createFetchText(publicReach(parts.credentials?.hosts ?? [])),
    },
    finderOf: conceptFinder,
    accountOf: async (actor) => {
      const { email, name } = await accounts.find(actor)
      return { email, name }
    },
    profileOf: (inside, account) => accounts.keptProfile(inside, account),
    keepProfile: (inside, account, profile) => accounts.keepProfile(inside, account, profile),
  })
  // They go with their accounts.
  demo.addPart({ load: (inside) => credentials.putDemo(inside), remove: async () => {} })
  const seniorHours = createSeniorHours({ ...parts, organisations })
  const placements = createPlacements({
    ...{ db, clock, ids: parts.ids, log, rules, organisations, trainings, mail, seniorHours },
    templates: await readTemplates(),
    qualifications: await readQualifications(),
    isEnrolled: async (program, person, { offering, startsOn }) =>
      (await enrolments.openOf(program, person, offering, startsOn)) !== undefined,
    enrolmentOf: async (program, id) => {
      const found = await enrolments.findIn(program, id)
      return found?.endedAt === undefined ? found : undefined
    },
  })
  organisations.onClose((inside, organisation) => placements.organisationCloses(inside, organisation))
  const credits = createCredits({
    ...{ db, clock, ids: parts.ids, rules, skills, trainings, organisations, placements, seniorHours, texts },
    demoPlacement: async (program, account) => (await placements.ofPerson(program, account)).find(({ demo }) => demo),
  })
  // They go with their members.
  demo.addPart({ load: (inside) => seniorHours.putDemo(inside), remove: async () => {} })
  const cohortChoice = createCohortChoice({ ...parts, engines, regions, organisations, seniorHours })
  const cohorts = createCohorts({
    ...{ db, clock, log, ids: parts.ids, rules, trainings, organisations, regions, engines, vacancies, mail, versions },
    seniorHours,
    profileOf: (inside, account) => accounts.keptProfile(inside, account),
    nextPlan: (profile, language) => nextPlanOf(planning, profile, '', language),
    record: (inside, entry) => decisionLog.record(inside, entry),
    proposePlacement: (actor, asked) => placements.propose(actor, asked),
    educatorsOf: async (region) => (await organisations.ties(region)).children.map(({ id }) => id),
    putDemoAccounts: (inside, people) => accounts.putDemo(inside, people),
    putDemoProfile: (inside, account, profile) => accounts.putDemoProfile(inside, account, profile),
  })
  // Goes with its organisation; its people with the demo accounts.
  demo.addPart({ load: (inside, { today }) => cohorts.putDemo(inside, today), remove: async () => {} })
  // Goes with its organisations.
  demo.addPart({ load: (inside, { today }) => placements.putDemo(inside, today), remove: async () => {} })
  demo.addPart({ load: (inside) => credits.putDemo(inside), remove: (inside) => credits.removeDemo(inside) })
  const programmeDesk = createProgrammeDesk({
    ...{ ...parts, skills, regions, rules, trainings, organisations },
    fetchFeed: (name, work) =>
      feeds().fetched(name, 'trainings', ({ readsAs, path, contentType, ...body }) =>
        work({ ...body, kind: trainingKindOf(readsAs, path, contentType) }),
      ),
  })
  // Goes with its organisation.
  demo.addPart({ load: (inside) => programmeDesk.putDemo(inside), remove: async () => {} })
  organisations.onClose((inside, organisation) => programmeDesk.organisationCloses(inside, organisation))
  const programmeDemand = createProgrammeDemand({ ...parts, programmeDesk, isDemo: () => demo.isDemo() })
  return {
    programmeDesk,
    programmeDemand,
    enrolments,
    cohorts,
    cohortChoice,
    seniorHours,
    placements,
    credits,
    badges,
    credentials,
    funding,
  }
}
