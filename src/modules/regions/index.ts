export { createRegions, type PostcodesImported, type RegionsService } from './create-regions.ts'
export type { RejectedRow } from './postcode-store.ts'
export type { FoundPlace, Municipality, Region } from './region.ts'
