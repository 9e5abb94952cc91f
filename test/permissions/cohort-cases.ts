/** How the pages of cohorts are asked: that of the educator, of an employer that was asked, of a person, and of a region. */
import { joinText } from '../../src/modules/cohorts/index.ts'
import { aboutOneself, aboutOrganisation, type Case } from './ask.ts'
import { cohortOf, participantOf, placeOf } from './cohort-world.ts'
import type { PageCases } from './page-cases.ts'
import { freeOrganisation, type Org, orgOf } from './world.ts'

type Body = Readonly<Record<string, unknown>>

const notNow = { status: [400], because: 'not everything can be done with a cohort in which people choose' } as const
const asEducator = (body: (org: Org) => Body = () => ({})): Case => ({
  asks: aboutOrganisation((org) => ({ params: { cohort: cohortOf(org) }, body: body(org) })),
  also: notNow,
})
const asEmployer = (body: (org: Org) => Body = () => ({})): Case => ({
  asks: aboutOrganisation((org) => ({ params: { cohort: cohortOf(org), organisation: org.id }, body: body(org) })),
  also: notNow,
})
/** Everybody may look and join; what is only for who takes part is not there for the others. */
const asPerson = (body: Body = {}): Case => ({
  asks: aboutOneself({ params: { cohort: cohortOf(orgOf('own', 'educator')) }, body }),
  also: { status: [400, 404], because: 'who does not take part has no order and no answer' },
})
const terms = { seats: 1, hoursFrom: 28, hoursTo: 32 }

export const cohortPages = {
  cohorts: {
    loader: { asks: aboutOneself() },
    intents: {
      begin: {
        asks: aboutOrganisation(({ id }) => ({
          body: { organisation: id, start: 'gone 2027-02-15', settleBy: '2027-01-18', least: 1, most: 8 },
        })),
        also: { status: [400], because: 'this organisation has no such offering' },
      },
    },
  },
  cohortRegion: { loader: { asks: aboutOrganisation(({ id }) => ({ params: { organisation: id } })) }, intents: {} },
  cohort: {
    loader: { asks: aboutOrganisation((org) => ({ params: { cohort: cohortOf(org) } })) },
    intents: {
      invite: asEducator(() => ({ employer: freeOrganisation })),
      meet: asEducator((org) => ({ participant: participantOf(org), employer: org.id })),
      change: asEducator(() => ({ least: 1, most: 9, settleBy: '2027-01-20' })),
      order: asEducator(),
      reopen: asEducator(),
      propose: asEducator(),
      choose: asEducator(() => ({ seen: 1 })),
      orderAgain: asEducator(),
      settle: asEducator(() => ({ seen: 1 })),
      place: asEducator((org) => ({ participant: participantOf(org), place: placeOf(org), until: '2028-07-14' })),
      start: asEducator(),
      cancel: asEducator(() => ({ sure: 'yes' })),
      nameGuide: asEducator(() => ({ guide: 'nobody', as: 'mentor', from: '2027-02-15', until: '2027-03-15', hours: '1' })),
      dismissGuide: {
        ...asEducator(() => ({ guide: 'nobody', as: 'mentor' })),
        also: { status: [404], because: 'nobody guides this cohort' },
      },
    },
  },
  cohortMine: {
    loader: { asks: aboutOneself({ params: { cohort: cohortOf(orgOf('own', 'educator')) } }) },
    intents: {
      join: asPerson({
        textVersion: joinText.version,
        hoursFrom: 28,
        hoursTo: 32,
        place: 'Utrecht',
        mostMinutes: 60,
        travelMode: 'bike',
      }),
      leave: asPerson(),
      meet: asPerson({ employer: 'own-educator' }),
      rank: asPerson({ [`rank:${placeOf(orgOf('own', 'educator'))}`]: '1' }),
      answer: asPerson({ place: placeOf(orgOf('own', 'educator')), yes: 'yes' }),
    },
  },
  cohortEmployer: {
    loader: { asks: aboutOrganisation((org) => ({ params: { cohort: cohortOf(org), organisation: org.id } })) },
    intents: {
      offer: asEmployer(() => ({ ...terms, place: 'Utrecht', tasks: 'Beheer' })),
      changePlace: asEmployer((org) => ({ ...terms, place: placeOf(org) })),
      removePlace: asEmployer((org) => ({ place: placeOf(org) })),
      decline: asEmployer(),
      meet: asEmployer((org) => ({ participant: participantOf(org) })),
      rank: asEmployer((org) => ({ place: placeOf(org), [`rank:${participantOf(org)}`]: '1' })),
      answer: asEmployer((org) => ({ participant: participantOf(org), place: placeOf(org), yes: 'yes' })),
    },
  },
} satisfies Readonly<Record<string, PageCases>>
