import type { Level } from '../../taxonomy/index.ts'
import { skillLevelOf } from '../levels.ts'

/** A word for how well somebody can do something, in its place. */
export interface LevelWord {
  readonly level: Level
  readonly start: number
  readonly end: number
  readonly words: string
}

/** So far before or behind a skill its level may stand. */
const reach = 32
const wordBefore =
  /(?<![\p{L}\p{N}])(\p{L}+)(?:\s+(?:kennis|ervaring|beheersing|vaardigheden|knowledge|experience|skills|proficiency|level|niveau))?(?:\s+(?:van|met|in|of|with|op het gebied van))?(?:\s+(?:het|de|the))?\s*$/u
const wordBehind = /^\s*[(:–-]\s*(?:niveau\s+|level\s+)?(\p{L}+|[1-4])(?![\p{L}\p{N}])/u

/** The level word that belongs to a skill: *gevorderde kennis van Excel*, *Python (expert)*; within its clause. */
export function levelsIn(
  text: string,
  {
    start,
    end,
    clause,
  }: { readonly start: number; readonly end: number; readonly clause: { readonly start: number; readonly end: number } },
): LevelWord | undefined {
  const from = Math.max(clause.start, start - reach)
  const before = wordBefore.exec(text.slice(from, start))
  if (before) {
    const found = levelWord(before[1]!, from + before.index)
    if (found) return found
  }
  const behind = wordBehind.exec(text.slice(end, Math.min(clause.end, end + reach)))
  return behind ? levelWord(behind[1]!, end + behind[0].length - behind[1]!.length) : undefined
}

function levelWord(words: string, start: number): LevelWord | undefined {
  const level = skillLevelOf(words)
  return level === undefined ? undefined : { level, start, end: start + words.length, words }
}
