export { createDataRights, type DataRights, writeErasedBeside } from './create-data-rights.ts'
export type { DataExport, ExportPart } from './export.ts'
