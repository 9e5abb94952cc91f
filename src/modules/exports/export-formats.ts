/** What can be exported, and how; the first is the usual one. */
export const exportFormats = {
  vacancies: ['csv', 'ndjson', 'jsonld'],
  trainings: ['csv', 'ooapi', 'ndjson'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type ExportKind = keyof typeof exportFormats
export type FormatOf<Kind extends ExportKind> = (typeof exportFormats)[Kind][number]
