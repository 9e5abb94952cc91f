import type { Licence, PhaseKind } from '../../modules/handover/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import { euroText, numberText } from '../words/format.ts'
import { handoverWords } from '../words/handover.ts'

/** What a field of a kit is called: `title.nl`, `material/m1`. */
export function fieldName(field: string, language: Language): string {
  const [name = field] = field.split('/')
  return handoverWords[language].fields[name] ?? field
}

/** What stands in a field, as text. */
export function fieldText(field: string, value: unknown, language: Language, titles: Readonly<Record<string, string>>): string {
  const { copy, licences, phaseKinds, kit } = handoverWords[language]
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return copy.empty
  if (field === 'needs.costEuro') return euroText(Number(value), language)
  if (typeof value === 'number') return numberText(value, language)
  if (field.startsWith('material/')) {
    const { title, licence } = value as { readonly title: string; readonly licence: Licence }
    return `${title}. ${licences[licence]}`
  }
  if (field === 'phases') {
    return (value as readonly { readonly kind: PhaseKind; readonly weeks?: number }[])
      .map(({ kind, weeks }) => `${phaseKinds[kind]}${weeks === undefined ? '' : ` (${kit.weeks.toLowerCase()}: ${weeks})`}`)
      .join('; ')
  }
  if (Array.isArray(value)) return value.map((id) => titles[String(id)] ?? String(id)).join('; ')
  return String(value)
}
