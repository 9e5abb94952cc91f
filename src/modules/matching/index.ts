export { createResidents, type Resident, type Residents } from './resident.ts'
export { createRevisionStore } from './revision-store.ts'
