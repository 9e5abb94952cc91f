import type { Both } from './both.ts'

const nl = {
  navLabel: (name: string) => `Pagina’s van ${name}`,
  nav: {
    desk: 'Bureau',
    teaching: 'Opleidingen',
    teachingOutcomes: 'Uitkomsten',
    kitDesk: 'Draaiboeken',
    adviser: 'Advies',
    riskCases: 'Groepen',
    orgDetails: 'Gegevens',
    orgPeople: 'Mensen',
    orgKeys: 'Sleutels',
    trainingRegister: 'Opleidingsregister',
    orgOnboarding: 'Werkgevers uitnodigen',
    badges: 'Bewijzen',
    cohorts: 'Startgroepen',
    guides: 'Begeleiders',
    chooseCohorts: 'Groepen kiezen',
  },
}

const en: typeof nl = {
  navLabel: (name) => `Pages of ${name}`,
  nav: {
    desk: 'Desk',
    teaching: 'Programmes',
    teachingOutcomes: 'Outcomes',
    kitDesk: 'Handover kits',
    adviser: 'Advice',
    riskCases: 'Groups',
    orgDetails: 'Details',
    orgPeople: 'People',
    orgKeys: 'Keys',
    trainingRegister: 'Training register',
    orgOnboarding: 'Invite employers',
    badges: 'Badges',
    cohorts: 'Cohorts',
    guides: 'Guides',
    chooseCohorts: 'Choose cohorts',
  },
}

export const orgNavWords: Both<typeof nl> = { nl, en }
