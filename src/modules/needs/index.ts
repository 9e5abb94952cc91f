export { createNeeds, type NeedRelease, type Needs, type NewNeedRelease } from './create-needs.ts'
export type { Need, NeedGroup } from './needs-list.ts'
export type { ReadNeeds } from './sealed-needs.ts'
