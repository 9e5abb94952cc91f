export { type Changes, createOutboxStore, type NamedArea, type NamedChanges, type OutboxStore } from './outbox-store.ts'
export { createResidents, type EngineRows, type Resident, type Residents, worldOf } from './resident.ts'
export { createRevisionStore } from './revision-store.ts'
