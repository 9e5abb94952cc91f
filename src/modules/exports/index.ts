export { createExports, type Exports } from './create-exports.ts'
export { exportEndpoints } from './export-endpoints.ts'
export { type ExportKind, exportFormats } from './export-formats.ts'
