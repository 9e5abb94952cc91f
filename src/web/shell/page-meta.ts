import type { MetaDescriptor } from 'react-router'
import type { Language } from '../../modules/skills/index.ts'
import { languageOfPath } from '../paths.ts'
import type { Both } from '../words/both.ts'

interface MetaGiven {
  readonly loaderData?: unknown
  readonly location: { readonly pathname: string }
}

/**
 * The title of a page in its own language, and what it is about, for search engines. `data` is undefined when the page failed.
 */
export function pageMeta<Words, Data = unknown>(
  both: Both<Words>,
  title: (words: Words, data: Data | undefined, language: Language) => string,
  description?: (words: Words, data: Data | undefined, language: Language) => string | undefined,
): (given: MetaGiven) => MetaDescriptor[] {
  return ({ loaderData, location }) => {
    const language = languageOfPath(location.pathname)
    const loaded = loaderData as Data | undefined
    const about = description?.(both[language], loaded, language)
    return [
      { title: `${title(both[language], loaded, language)} | Schakel` },
      ...(about === undefined ? [] : [{ name: 'description', content: about }]),
    ]
  }
}

const longestDescription = 155

/** The first words of a text, as many as search engines show. */
export function shortened(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (flat.length <= longestDescription) return flat
  const cut = flat.slice(0, longestDescription)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))} …`
}
