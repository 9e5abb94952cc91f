import type { Language } from '../../modules/skills/index.ts'
import type { Page } from '../paths.ts'
import { cvWords } from './cv.ts'
import { displayWords } from './display.ts'
import { partsWords } from './parts.ts'
import { shellWords } from './shell.ts'

/** What a page is called in links; for pages without an address of their own, the site. */
export function pageName(page: Page, language: Language): string {
  const { nav, find, about } = shellWords[language]
  const others: Partial<Record<Page, string>> = {
    cv: cvWords[language].title,
    parts: partsWords[language].title,
    display: displayWords[language].title,
  }
  const named: Readonly<Partial<Record<string, string>>> = { ...others, ...find, ...about, ...nav }
  return named[page] ?? 'Schakel'
}
