/** How the pages of work that earns credits are asked: of a placement for which the organisation is the school, and of one for which it is the employer. */
import { type Ask, aboutOrganisation, type Case, type Who } from './ask.ts'
import { creditOf } from './credit-world.ts'
import type { PageCases } from './page-cases.ts'
import { type Org, orgOf, otherPerson, person, relations } from './world.ts'

const memberPage = { because: 'a page of an organisation is there for its members only' } as const
type Fill = Omit<Ask, 'facts'>

/** About a placement: the actor's organisation is on one of its sides, and `person` is the student of their own. */
const aboutPlacement =
  (...fills: readonly ((org: Org) => Fill)[]) =>
  (who: Who): Readonly<Record<string, Ask>> =>
    Object.fromEntries(
      [...relations, 'missing' as const].flatMap((relation) => {
        const org = orgOf(relation, who.kind)
        const facts = { exists: relation !== 'missing', organisation: org.id, person: relation === 'own' ? person : otherPerson }
        return fills.map((fill, at) => [`${relation} ${at}`, { ...fill(org), facts }] as const)
      }),
    )

const asSchool = (more: (school: ReturnType<typeof creditOf>['school']) => Omit<Fill, 'facts'> = () => ({})) => {
  return (org: Org): Fill => {
    const { school } = creditOf(org)
    const { params = {}, ...rest } = more(school)
    return { params: { placement: school.placement, ...params }, ...rest }
  }
}
const asEmployer = (more: (employer: ReturnType<typeof creditOf>['employer']) => Omit<Fill, 'facts'> = () => ({})) => {
  return (org: Org): Fill => {
    const { employer } = creditOf(org)
    const { params = {}, ...rest } = more(employer)
    return { params: { placement: employer.placement, ...params }, ...rest }
  }
}

const work = { from: '2026-11-19', until: '2026-11-19', text: 'Back-ups gecontroleerd.', hours: '2' }
/** Of the student, about work that waits. */
const ofLogged = (body: Readonly<Record<string, unknown>> = {}, file?: string): Case => ({
  asks: aboutPlacement(
    asSchool(({ logged }) => ({ params: { activity: logged }, body, ...(file === undefined ? {} : { file }) })),
  ),
})
const ofWork = (body: Readonly<Record<string, unknown>>): Case => ({
  asks: aboutPlacement(asEmployer(({ work: activity }) => ({ params: { activity }, body }))),
})
const ofUnit = (
  body: (school: ReturnType<typeof creditOf>['school']) => Readonly<Record<string, unknown>> = () => ({}),
): Case => ({
  asks: aboutPlacement(asSchool((school) => ({ params: { unit: school.unit }, body: body(school) }))),
})
const unit = {
  ...{ code: 'N', titleNl: 'Netwerken', titleEn: 'Networks', scale: 'ects', credits: '2', evidenceHours: '10' },
  outcomes: 'Je bouwt een netwerk. | You build a network.',
}
const ofProgramme = (body?: (org: Org) => Readonly<Record<string, unknown>>): Case => ({
  asks: aboutOrganisation((org) => ({
    params: { organisation: org.id, programme: creditOf(org).programme },
    ...(body ? { body: body(org) } : {}),
  })),
})

export const creditPages: Readonly<Record<'credits' | 'creditsWork' | 'creditsUnit' | 'creditsUnits', PageCases>> = {
  credits: {
    loader: { asks: aboutPlacement(asSchool(), asEmployer()) },
    intents: {
      log: {
        asks: aboutPlacement(
          asSchool(() => ({ body: work })),
          asEmployer(() => ({ body: work })),
        ),
      },
    },
  },
  creditsWork: {
    loader: {
      asks: aboutPlacement(
        asSchool(({ logged }) => ({ params: { activity: logged } })),
        asEmployer(({ work: activity }) => ({ params: { activity } })),
      ),
    },
    intents: {
      change: ofLogged({ ...work, version: '1' }),
      addFile: ofLogged({}, 'Wat ik deed'),
      removeFile: { asks: aboutPlacement(asSchool(({ logged, file }) => ({ params: { activity: logged }, body: { file } }))) },
      remove: ofLogged(),
      confirm: ofWork({ version: '1' }),
      sendBack: ofWork({ version: '1', reason: 'Wat was het?' }),
    },
  },
  creditsUnit: {
    loader: { asks: aboutPlacement(asSchool(({ unit: of }) => ({ params: { unit: of } }))) },
    intents: {
      ask: ofUnit(),
      award: ofUnit(() => ({ credits: '0.5', key: 'a key of a form' })),
      sendBackUnit: ofUnit(() => ({ missing: 'Nog een verslag' })),
      withdraw: ofUnit(({ award }) => ({ award, reason: 'Toch niet' })),
    },
  },
  creditsUnits: {
    loader: { ...ofProgramme(), hides: memberPage },
    intents: {
      addUnit: ofProgramme(() => unit),
      changeUnit: ofProgramme((org) => ({ ...unit, unit: creditOf(org).school.unit })),
      retire: ofProgramme((org) => ({ unit: creditOf(org).school.unit })),
    },
  },
}
