import type { Role } from '../permissions/index.ts'

/** What roles are called, in mail and on pages. */
export const roleWords: Readonly<Record<'nl' | 'en', Readonly<Record<Role, string>>>> = {
  nl: {
    owner: 'eigenaar',
    recruiter: 'recruiter',
    practiceSupervisor: 'praktijkbegeleider',
    studyCoach: 'studiebegeleider',
    assessor: 'beoordelaar',
    coordinator: 'coördinator',
    analyst: 'analist',
    adviser: 'adviseur',
  },
  en: {
    owner: 'owner',
    recruiter: 'recruiter',
    practiceSupervisor: 'practice supervisor',
    studyCoach: 'study coach',
    assessor: 'assessor',
    coordinator: 'coordinator',
    analyst: 'analyst',
    adviser: 'adviser',
  },
}
