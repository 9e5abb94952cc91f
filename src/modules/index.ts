/** The front door of the modules: makes all of them, each with what it needs, in the order of their needs. */
import { createHmac, type KeyObject } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { knobs } from '../engine/planning/index.ts'
import { type Clock, createSigner, type Database, type Ids, type Log } from '../platform/index.ts'
import { type Accounts, createAccounts, type OpenIdSettings } from './accounts/index.ts'
import { type Advising, createAdvising } from './advising/index.ts'
import { type Batch, createBatch } from './batch.ts'
import { type Consents, createConsents } from './consents/index.ts'
import type { KnownIssuer } from './credentials/index.ts'
import { createDataRights, type DataRights } from './data-rights/index.ts'
import { createDecisionLog, type DecisionLog } from './decision-log/index.ts'
import { createDemo, type Demo } from './demo/index.ts'
import { type EngineSettings, type Engines, enginesInOwnThread, enginesInWorkers, keepFindings } from './engines/index.ts'
import { createExports, type Exports } from './exports/index.ts'
import { createFairness, type Fairness, type Operator } from './fairness/index.ts'
import { createFeeds, type Feeds, publicReach, trainingImporter, vacancyImporter } from './feeds/index.ts'
import { createImportRuns, type ImportRuns } from './imports/index.ts'
import { createInitiatives, type Initiatives } from './initiatives/index.ts'
import {
  createFollowUps,
  createIntroductions,
  type FollowUps,
  findPause,
  type Introductions,
  nextPlanOf,
  putDemoIntroductions,
  siteAddresses,
  tellByMail,
  withoutName,
} from './introductions/index.ts'
import { createKeptPlans, type KeptPlans } from './kept-plans/index.ts'
import { createLearning, type Learning } from './learning.ts'
import { createMail, type Mail, type MailPlace } from './mail/index.ts'
import { createFoundPeople, createListLimits, createMatchProfiles, type MatchProfiles } from './match-profiles/index.ts'
import {
  createEngineSource,
  createOutboxStore,
  createResidents,
  createRevisionStore,
  type EngineSource,
  type OutboxStore,
  type Residents,
} from './matching/index.ts'
import { createNeeds, type Needs } from './needs/index.ts'
import { createOccupations, type Occupations } from './occupations/index.ts'
import { createOrganisations, demoEducator, demoPeople, type Organisations } from './organisations/index.ts'
import { createPeople, type People } from './people/index.ts'
import { createPlanner, type Planner } from './planning/index.ts'
import { createPoolEffects, type PoolEffects } from './pool-effects/index.ts'
import { createTextReader, type TextReader } from './reading/index.ts'
import { createRegions, type RegionsService } from './regions/index.ts'
import { createGroups, createRiskCases, type RiskCases } from './risk-cases/index.ts'
import { createRules, type RulesService } from './rules/index.ts'
import { createSkills, type Skills } from './skills/index.ts'
import { createSources, type Sources } from './sources/index.ts'
import { createTrainings, type Trainings } from './trainings/index.ts'
import { createVacancies, type Vacancies } from './vacancies/index.ts'
import { createChecks, createVacancyChecks, readWording, type VacancyChecks } from './vacancy-checks/index.ts'
import { createVacancyDesk, type VacancyDesk } from './vacancy-desk/index.ts'
import { createWhatWorks, type WhatWorks } from './what-works.ts'

export interface Modules extends Learning, WhatWorks, Batch {
  readonly imports: ImportRuns
  readonly skills: Skills
  /** Reads texts in a thread; it is ended with `texts.close()`. Left out: texts are read by labels only. */
  readonly texts?: TextReader
  readonly vacancies: Vacancies
  readonly trainings: Trainings
  readonly people: People
  readonly accounts: Accounts
  readonly organisations: Organisations
  readonly rules: RulesService
  readonly regions: RegionsService
  readonly demo: Demo
  readonly decisionLog: DecisionLog
  readonly needs: Needs
  readonly mail: Mail
  readonly residents: Residents
  readonly outbox: OutboxStore
  readonly engineSource: EngineSource
  readonly engines: Engines
  readonly matchProfiles: MatchProfiles
  readonly consents: Consents
  readonly introductions: Introductions
  readonly followUps: FollowUps
  readonly dataRights: DataRights
  readonly planning: Planner
  readonly keptPlans: KeptPlans
  readonly advising: Advising
  readonly riskCases: RiskCases
  readonly poolEffects: PoolEffects
  readonly vacancyChecks: VacancyChecks
  readonly vacancyDesk: VacancyDesk
  readonly initiatives: Initiatives
  readonly occupations: Occupations
  readonly feeds: Feeds
  readonly exports: Exports
  readonly sources: Sources
  readonly fairness: Fairness
}

export interface ModulesParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  /** Hosts that feeds may come from, and where what is fetched lies meanwhile. Left out: none may. */
  readonly feeds?: { readonly hosts: readonly string[]; readonly folder: string }
  /** Threads that answer; they are ended with `engines.close()`. Left out: the thread that asks answers itself. */
  readonly engines?: EngineSettings | undefined
  /** Texts are read by what they mean, with the encoder of this folder where there is one. Left out: by labels only. */
  readonly reading?: { readonly trainedFolder: string } | undefined
  /** Secrets of the installation, the newest first. Left out: random ones of this process, for tests. */
  readonly secrets?: readonly string[] | undefined
  /** What signs checkpoints of the decision log, and what encrypts accommodation needs. Left out: random ones of this process, for tests. */
  readonly keys?: { readonly audit: KeyObject; readonly needs: readonly string[] } | undefined
  /** How mail is sent, and who may look at what would have been. Left out: nothing is sent, and only an administrator may. */
  readonly mail?: MailPlace | undefined
  /** Hosts that are asked about credentials, and issuers that the operator knows. Left out: none. */
  readonly credentials?: { readonly hosts: readonly string[]; readonly known: readonly KnownIssuer[] } | undefined
  /** Who runs the site, as far as the configuration says: shown in the register of algorithms. */
  readonly operator?: Operator | undefined
  /** File beside the record with who was erased, so that an old backup does not bring them back. Left out: only in the record. */
  readonly erasedFile?: string | undefined
  /** OpenID providers to sign in with. Left out: none. */
  readonly openId?: OpenIdSettings | undefined
}

export async function createModules(parts: ModulesParts): Promise<Modules> {
  const { db, clock, log } = parts
  const imports = createImportRuns(parts)
  const skills = createSkills({ ...parts, runs: imports })
  const regions = await createRegions(parts)
  const decisionLog = createDecisionLog({ ...parts, auditKey: parts.keys?.audit })
  const texts = parts.reading && createTextReader({ ...parts, ...parts.reading })
  const vacancies = createVacancies({ ...parts, skills, regions, runs: imports, texts })
  const rules = createRules(parts)
  const needs = await createNeeds({ ...parts, rules, decisionLog, keys: parts.keys?.needs })
  const mail = createMail({ ...parts, rules })
  const trainings = createTrainings({ ...parts, skills, regions, rules, runs: imports, texts })
  const initiatives = await createInitiatives({ trainings, regions })
  const people = createPeople({ ...parts, texts })
  const organisations = createOrganisations({ ...parts, regions, writeMail: (inside, message) => mail.write(inside, message) })
  const accounts = createAccounts({
    ...parts,
    people,
    regionOf: (profile) => regions.findPlace(profile)?.region,
    membershipsOf: (inside, account) => organisations.membershipsOf(inside, account),
    actorOfKey: (key) => organisations.actorOfKey(key),
    writeMail: (inside, message) => mail.write(inside, message),
    mailing: mail,
    isDemo: () => demo.isDemo(),
    provenOf: (inside, account) => learning.credentials.statesOf(inside, account),
  })
  const demo = createDemo({ ...parts, skills, trainings, people, regions })
  demo.addPart({
    async load(inside, world) {
      await accounts.putDemo(inside, demoPeople)
      await organisations.putDemo(inside, world)
      await trainings.giveDemo(inside, demoEducator.name, demoEducator.organisation)
    },
    async remove(inside) {
      await organisations.removeDemo(inside)
      await accounts.removeDemo(inside)
    },
  })
  const outbox = createOutboxStore(db)
  const revisions = createRevisionStore(db)
  const residents = createResidents({ revisions, outbox, clock, skills, vacancies, trainings, rules })
  const engineSource = createEngineSource({ outbox, vacancies, people, found: createFoundPeople(db), regions })
  const settings = parts.engines
  const engines = settings
    ? keepFindings(enginesInWorkers({ residents, source: engineSource, settings, log, record: () => revisions.record() }))
    : enginesInOwnThread(residents, engineSource)
  const matchProfiles = createMatchProfiles({
    ...parts,
    engines,
    skills,
    vacancies,
    regions,
    isDemo: () => demo.isDemo(),
    organisationOf: async (vacancy) => (await vacancies.findAny(db, vacancy))?.organisation,
    mayList: createListLimits({ ...parts, rules, organisations, vacancies }),
    record: (inside, entry) => decisionLog.record(inside, entry),
    secret: parts.secrets?.[0] ?? parts.ids.token(),
  })
  demo.addPart({ load: (inside) => matchProfiles.putDemo(inside), remove: (inside) => matchProfiles.removeDemo(inside) })
  const planning = createPlanner({ engines, vacancies, regions, rules, isDemo: () => demo.isDemo() })
  const consents = await createConsents(parts)
  consents.onChange('statistics', (inside, { account, given }) =>
    given ? accounts.joinPool(inside, account) : accounts.leavePool(inside, account),
  )
  consents.onChange('found', async (inside, { account, given }) => {
    const profile = given ? await accounts.keptProfile(inside, account) : undefined
    await (profile ? matchProfiles.publish(inside, account, profile) : matchProfiles.withdraw(inside, account))
  })
  // A yes may come before the profile that it is about, and outlives one that goes.
  accounts.onProfileChange(async (inside, { account, profile }) => {
    const isFound = profile !== undefined && (await consents.has(inside, account, 'found'))
    await (isFound ? matchProfiles.publish(inside, account, profile) : matchProfiles.withdraw(inside, account))
    if (profile && (await consents.has(inside, account, 'statistics'))) await accounts.joinPool(inside, account)
  })
  const followUps = createFollowUps({
    ...parts,
    rules,
    mail,
    agreed: (inside, account) => consents.has(inside, account, 'followUp'),
    address: siteAddresses.followUp,
  })
  consents.onChange('followUp', (inside, change) => followUps.onConsent(inside, change))
  /** With what an answer was made, for the decision log. */
  const versions = async () => {
    // Asked inside transactions too: those of what is held, which is what answers were made with.
    const { catalogue, transferModel } = residents.held() ?? (await residents.current())
    return { engine: knobs.version, taxonomy: catalogue.version, transfer: transferModel }
  }
  const introductions = createIntroductions({
    ...parts,
    rules,
    vacancies,
    organisations,
    matchProfiles,
    profileOf: (inside, account) => accounts.keptProfile(inside, account),
    withoutName: (profile) => withoutName(profile, regions.findPlace(profile)?.region),
    nextPlan: (profile, withoutVacancy, language) => nextPlanOf(planning, profile, withoutVacancy, language),
    tell: tellByMail(mail, organisations, siteAddresses),
    needs,
    followUps,
    record: (inside, entry) => decisionLog.record(inside, entry),
    versions,
  })
  consents.onChange('found', async (inside, { account, given }) => {
    if (!given) await introductions.notFoundAnyMore(inside, account)
  })
  organisations.onClose((inside, organisation) => introductions.organisationCloses(inside, organisation))
  const keptPlans = createKeptPlans({
    ...{ db, clock, ids: parts.ids, rules, mail, planning, vacancies, trainings },
    profileOf: (inside, account) => accounts.keptProfile(inside, account),
    address: (language) => (language === 'nl' ? '/nl/mijn-schakel' : '/en/my-schakel'),
  })
  const advising = createAdvising({
    ...{ db, clock, ids: parts.ids, rules, planning },
    agreed: (program, account, organisation) => consents.has(program, account, 'adviser', organisation),
    profileOf: (program, account) => accounts.keptProfile(program, account),
    keptPlansOf: (program, account) => keptPlans.of(program, account),
    introductionsOf: (program, account) => introductions.ofPerson(program, account),
    suggest: (actor, { vacancy, person, organisation }) =>
      introductions.propose(actor, { vacancy, person, suggestedBy: { organisation, as: 'adviser', isAdvised: true } }),
    record: (inside, entry) => decisionLog.record(inside, entry),
    versions,
    agreeInDemo: (inside, account, organisation) => consents.putDemo(inside, account, 'adviser', organisation),
  })
  consents.onChange('adviser', (inside, change) => advising.onConsent(inside, change))
  demo.addPart({ load: (inside) => advising.putDemo(inside), remove: async () => {} })
  const secrets = parts.secrets ?? [parts.ids.token()]
  const hashForGroups = (text: string): string =>
    createHmac('sha256', `schakel groups ${secrets[0]}`).update(text).digest('base64url')
  const riskCases = createRiskCases({
    ...{ db, clock, ids: parts.ids, rules, organisations, mail, planning, vacancies, trainings },
    profileOf: (inside, account) => accounts.keptProfile(inside, account),
    regionOf: (profile) => regions.findPlace(profile)?.region,
    regionName: (region) => regions.find(region)?.name,
    groups: createGroups({ residents }),
    signer: createSigner(secrets),
    hash: hashForGroups,
  })
  organisations.onClose((inside, organisation) => riskCases.organisationCloses(inside, organisation))
  const learning = await createLearning({
    ...parts,
    ...{
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
      decisionLog,
    },
    ...{ secrets, versions, mailUrl: parts.mail?.publicUrl, feeds: () => feeds, keptPlans, occupations: () => occupations },
  })
  const whatWorks = await createWhatWorks({
    ...{ ...parts, rules, trainings, initiatives, organisations, consents, demo, learning },
  })
  const dataRights = createDataRights({
    ...parts,
    rules,
    skills,
    organisations,
    consents,
    needs,
    introductions,
    placements: learning.placements,
    decisionLog,
    mail,
    accounts,
    hashOfInvited: (group, email) => hashForGroups(`${group} ${email}`),
  })
  const poolEffects = createPoolEffects({ engines, vacancies, regions, isDemo: () => demo.isDemo() })
  const checks = createChecks(await readWording())
  const vacancyChecks = createVacancyChecks({ ...parts, skills, regions, poolEffects, checks, texts })
  const vacancyDesk = createVacancyDesk({
    ...parts,
    skills,
    regions,
    vacancies,
    vacancyChecks,
    organisations,
    introductions,
    pauseOf: findPause,
  })
  // Before demo introductions: those are about vacancies of desks.
  demo.addPart({ load: (inside, world) => vacancyDesk.putDemo(inside, world), remove: async () => {} })
  demo.addPart({
    async load(inside, { today }) {
      const examples = await demo.profiles()
      await putDemoIntroductions(
        {
          ids: parts.ids,
          withoutName: (profile) => withoutName(profile, regions.findPlace(profile)?.region),
          keepProfile: (at, account, profile) => accounts.putDemoProfile(at, account, profile),
          beFound: (at, account) => consents.putDemo(at, account, 'found'),
        },
        inside,
        today,
        examples.map(({ profile }) => profile),
      )
    },
    // They go with the accounts and organisations.
    remove: async () => {},
  })
  // Goes with its organisation.
  demo.addPart({ load: (inside) => riskCases.putDemo(inside), remove: async () => {} })
  organisations.onClose((inside, organisation) => vacancyDesk.organisationCloses(inside, organisation))
  const occupations = await createOccupations({ residents, vacancies, regions, rules })
  const feeds = createFeeds({
    ...parts,
    reach: publicReach(parts.feeds?.hosts ?? []),
    folder: parts.feeds?.folder ?? join(tmpdir(), 'schakel-feeds'),
    importers: { vacancies: vacancyImporter(vacancies), trainings: trainingImporter(trainings) },
  })
  const exports = createExports({ vacancies, trainings, skills })
  const sources = await createSources()
  const fairness = await createFairness({ operator: parts.operator })
  const batch = createBatch({ ...parts, accounts, engines, keptPlans, mail, outbox, regions, rules, vacancies })
  return {
    imports,
    skills,
    ...(texts ? { texts } : {}),
    vacancies,
    trainings,
    people,
    accounts,
    organisations,
    rules,
    regions,
    demo,
    decisionLog,
    needs,
    mail,
    residents,
    outbox,
    engineSource,
    engines,
    matchProfiles,
    consents,
    introductions,
    followUps,
    dataRights,
    planning,
    keptPlans,
    advising,
    riskCases,
    poolEffects,
    vacancyChecks,
    vacancyDesk,
    initiatives,
    occupations,
    feeds,
    exports,
    sources,
    fairness,
    ...learning,
    ...whatWorks,
    ...batch,
  }
}
