export { createEngineSource, type EngineRows, type EngineSource, type FoundSource, type Moment, worldOf } from './engine-rows.ts'
export { type Changes, createOutboxStore, type NamedArea, type NamedChanges, type OutboxStore } from './outbox-store.ts'
export { createResidents, type Resident, type Residents } from './resident.ts'
export { createRevisionStore, type Revisions } from './revision-store.ts'
