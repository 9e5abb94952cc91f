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
export { conceptOf, readingDictionary } from './reading-dictionary.ts'
export type { TaxonomyOptions, TaxonomyReport } from './skos/import-taxonomy.ts'
export { type TaxonomyFormat, taxonomyFormats } from './skos/read-triples.ts'
export type { Lost, Taxonomies } from './skos/taxonomies.ts'
export type { Taxonomy } from './skos/taxonomy-store.ts'
export { type ExportFormat as TaxonomyExportFormat, exportFormats as taxonomyExportFormats } from './skos/write-skos.ts'
export { starterSkillId } from './starter-vocabulary.ts'
