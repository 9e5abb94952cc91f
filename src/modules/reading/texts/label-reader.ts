import { type Dictionary, readSkills } from '../../../engine/reading/index.ts'
import type { ReadSkills } from './with-texts-read.ts'

/** Reads here and now, by labels. A title whose occupation has no label in it stays without: that is not guessed by labels. */
export function labelReader(dictionary: Dictionary): ReadSkills {
  return (text, { of, ...options }) => (of === 'title' ? [] : readSkills(dictionary, text, { ...options, ...(of ? { of } : {}) }))
}
