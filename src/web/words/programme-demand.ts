import type { Both } from './both.ts'
import { en } from './programme-demand-en.ts'
import { nl, type What } from './programme-demand-nl.ts'

export const programmeDemandWords = { nl, en } satisfies Both<typeof nl>

/** What a demand of a training is called; skills and languages by their own name. */
export function demandTitle(
  { demand, label }: { readonly demand: string; readonly label?: string },
  language: 'nl' | 'en',
): string {
  return label ?? programmeDemandWords[language].waiting.what[demand as What] ?? demand
}

/** Why it keeps somebody out, in a few words. */
export function demandWhy({ demand }: { readonly demand: string }, language: 'nl' | 'en'): string {
  const { why, skillWhy, languageWhy } = programmeDemandWords[language].waiting
  if (demand.startsWith('skill:')) return skillWhy
  if (demand.startsWith('language:')) return languageWhy
  return why[demand as What] ?? ''
}

/** The same after *because of*. */
export function demandThrough(
  { demand, label = '' }: { readonly demand: string; readonly label?: string },
  language: 'nl' | 'en',
): string {
  const { through, throughSkill, throughLanguage } = programmeDemandWords[language].waiting
  if (demand.startsWith('skill:')) return throughSkill(label)
  if (demand.startsWith('language:')) return throughLanguage(label)
  return through[demand as What] ?? demand
}
