export { createPeople, type People, parseProfile } from './create-people.ts'
export type { PoolRow } from './people-store.ts'
export * from './profile.ts'
