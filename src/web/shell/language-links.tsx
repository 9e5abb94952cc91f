import type { Language } from '../../modules/skills/index.ts'

/**
 * For search engines: the one address of this page, and the same page in both languages. The query is left out: every filter of a
 * list is the same list.
 */
export function LanguageLinks({
  origin,
  language,
  here,
  there,
}: {
  readonly origin: string
  readonly language: Language
  /** Paths of this page in this language and in the other one. */
  readonly here: string
  readonly there: string
}) {
  const [dutch, english] = language === 'nl' ? [here, there] : [there, here]
  return (
    <>
      <link rel="canonical" href={origin + here} />
      <link rel="alternate" hrefLang="nl" href={origin + dutch} />
      <link rel="alternate" hrefLang="en" href={origin + english} />
      <link rel="alternate" hrefLang="x-default" href={origin + dutch} />
    </>
  )
}
