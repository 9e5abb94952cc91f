export type { CopyView } from './copies.ts'
export { createHandover, type Handover, type KitView } from './create-handover.ts'
export { handoverEndpoints } from './handover-endpoints.ts'
export {
  type Kit,
  type KitContent,
  type KitCopy,
  kitStates,
  type Licence,
  licences,
  type PhaseKind,
  type PublishedKit,
  phaseKinds,
} from './kit.ts'
export { kitDocument } from './kit-document.ts'
export type { KitDifference } from './kit-fields.ts'
export type { HandoverReason } from './refusal.ts'
