export type { Brings, DemandEffect, PeopleForVacancy, PersonMatch, Searched } from './answer.ts'
export { type Asking, askedSkill, type TermState } from './asking.ts'
export { PeopleIndex, type PoolTrainings } from './people-index.ts'
export { allShortcuts, type Shortcuts } from './shortcuts.ts'
