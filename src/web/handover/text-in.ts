import type { Language } from '../../modules/skills/index.ts'

/** The text in this language, or in the other one with its name. */
export function textIn(
  text: { readonly nl?: string | undefined; readonly en?: string | undefined },
  language: Language,
): { readonly text: string; readonly lang?: Language } | undefined {
  const own = text[language]
  if (own !== undefined) return { text: own }
  const other = language === 'nl' ? 'en' : 'nl'
  const said = text[other]
  return said === undefined ? undefined : { text: said, lang: other }
}
