export { type Checkpoint, checkpointText, fingerprintOf, parseCheckpoint } from './checkpoint.ts'
export { createDecisionLog, type DecisionLog } from './create-decision-log.ts'
export type { DataKind, DecisionEntry, DecisionKind, Seen, Why } from './entry.ts'
export type { Verified } from './verify-chain.ts'
