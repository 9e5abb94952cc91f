import type { DataExport } from '../../modules/data-rights/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import { dataRightsWords } from '../words/data-rights.ts'
import { dateText } from '../words/format.ts'
import type { ShownField, ShownValue } from './field-list.tsx'

/** An export as its page shows it, in one language: fields and ids in words, days as people read them. */
export interface ShownExport {
  readonly parts: readonly { readonly id: string; readonly title: string; readonly rows: readonly (readonly ShownField[])[] }[]
  /** Parts of which there is nothing. */
  readonly nothing: readonly string[]
  /** Each reason, with the fields that are left out by it. */
  readonly leftOut: readonly { readonly why: string; readonly count: number }[]
}

/** Codes that fields hold, in words: not in texts that somebody wrote. */
const coded = new Set([
  ...[
    'language',
    'roles',
    'side',
    'bySide',
    'proposedBy',
    'waitsFor',
    'reasonBy',
    'pendingBy',
    'purpose',
    'state',
    'field',
    'answers',
  ],
  'kind',
])

export function shownExport(exported: DataExport, language: Language): ShownExport {
  const { yes, no, values } = dataRightsWords[language].download
  const { fields, names } = exported
  const labelOf = (name: string): string => fields[name]?.[language] ?? names[name]?.[language] ?? name

  function textOf(value: unknown, isCode: boolean): string {
    if (value instanceof Date) return dateText(value.toISOString().slice(0, 10), language)
    if (typeof value === 'boolean') return value ? yes : no
    const text = String(value)
    if (/^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(text)) return dateText(text.slice(0, 10), language)
    return names[text]?.[language] ?? (isCode ? values[text] : undefined) ?? text
  }

  function shown(value: unknown, isCode: boolean): ShownValue {
    if (Array.isArray(value)) {
      if (value.every((one) => typeof one !== 'object' || one === null)) return value.map((one) => textOf(one, isCode))
      return value.map((one, at): ShownField => ({ key: String(at), label: String(at + 1), value: shown(one, isCode) }))
    }
    if (typeof value !== 'object' || value === null || value instanceof Date) return textOf(value, isCode)
    const words = value as Record<string, unknown>
    if (Object.keys(words).length === 2 && typeof words.nl === 'string' && typeof words.en === 'string')
      return words[language] as string
    return fieldsOf(words, isCode)
  }

  const fieldsOf = (row: Readonly<Record<string, unknown>>, isCode = false): ShownField[] =>
    Object.entries(row).map(([key, value]) => ({ key, label: labelOf(key), value: shown(value, isCode || coded.has(key)) }))

  const reasons = new Map<string, number>()
  for (const { why } of exported.leftOut) reasons.set(why[language], (reasons.get(why[language]) ?? 0) + 1)
  return {
    parts: exported.parts
      .filter(({ rows }) => rows.length > 0)
      .map(({ name, title, rows }) => ({ id: name, title: title[language], rows: rows.map((row) => fieldsOf(row)) })),
    nothing: exported.parts.filter(({ rows }) => rows.length === 0).map(({ title }) => title[language]),
    leftOut: [...reasons].map(([why, count]) => ({ why, count })),
  }
}
