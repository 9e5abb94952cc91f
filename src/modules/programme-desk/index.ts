export type { ImportChoice, ImportLine, ImportReport } from './bring-in.ts'
export type { OfferingChange, ProgrammeChange } from './change-schema.ts'
export { type Missing, missingOf } from './content.ts'
export { createProgrammeDesk, type ProgrammeDesk } from './create-programme-desk.ts'
export type {
  DeskChange,
  DeskChangeName,
  DeskContent,
  DeskProgramme,
  DeskSkill,
  ProgrammeState,
  SomeText,
} from './desk-programme.ts'
export type { FieldDifference } from './merge.ts'
export { programmeDeskEndpoints } from './programme-desk-endpoints.ts'
export type { ProgrammeRefusalReason } from './refusal.ts'
export { mostUploadBytes } from './upload.ts'
