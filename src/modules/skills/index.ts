export * from './catalogue.ts'
export {
  type BrcGroup,
  type CodeLists,
  type Crebo,
  type EcfCompetence,
  type EcsfRole,
  type HumanLanguage,
  type IscoCode,
  readCodeLists,
} from './code-lists.ts'
export { conceptEndpoints } from './concept-endpoints.ts'
export { createSkills, type Skills, type StarterReport } from './create-skills.ts'
export type { EscoCounts, EscoReport } from './esco/esco-report.ts'
export type { LostClaims } from './esco/esco-store.ts'
export { type EscoOptions, escoNotice } from './esco/import-esco.ts'
export { starterSkillId } from './starter-vocabulary.ts'
