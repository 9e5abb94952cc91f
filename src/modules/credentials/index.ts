export { type FileForm, readFile } from './baking/index.ts'
export {
  type Check,
  type CheckName,
  type CheckParts,
  type Checks,
  type Conclusion,
  checkAnswers,
  checkNames,
  conclude,
  createFetchText,
  type KnownIssuer,
  type OwnIssuers,
  readKnownIssuers,
  type Verdict,
} from './checks/index.ts'
export { type CheckedFile, type Credentials, createCredentials, type OwnCredential } from './create-credentials.ts'
export { credentialLimits, UnreadableCredential, type UnreadableReason } from './document/index.ts'
export type { ProvenState, SkillEvidence } from './held/evidence.ts'
export type { FoundHow } from './held/find-skills.ts'
export type { HeldCredential, KeptChecks, Lapsed, TrainingRecord } from './held/held-credential.ts'
export { type ImportReason, ImportRefused } from './held/import-refusal.ts'
export { registerCsv, registerJson, stateAt } from './held/training-records.ts'
export * from './issue/index.ts'
