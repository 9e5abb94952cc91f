import { useLocation } from 'react-router'
import type { Language } from '../../modules/skills/index.ts'
import { languageOfPath } from '../paths.ts'
import type { Both } from './both.ts'

/** The language of this page: the first part of its address. */
export function useLanguage(): Language {
  return languageOfPath(useLocation().pathname)
}

export function useWords<Words>(both: Both<Words>): Words {
  return both[useLanguage()]
}
