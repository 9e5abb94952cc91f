import { skillLevelOf } from '../../../engine/reading/index.ts'
import type { Level } from '../../../engine/taxonomy/index.ts'
import { fold } from '../../../engine/text/index.ts'

const farthest = 40

/** Behind: `(gevorderd)`, `: expert`, ` - basis`. A number says nothing without its scale. */
const behind = /^\s{0,3}(?:\(|:|[-–—]\s|\s[-–—]\s)\s{0,3}([\p{L}][\p{L} ]{2,24}?)\s{0,3}(?:[),;./|\n•]|$)/u
const before: readonly (readonly [Level, RegExp])[] = [
  [4, /\b(?:expert|specialist|master) (?:in|with|met|of) $/],
  [
    3,
    /\b(?:gevorderde? (?:kennis van |in )?|advanced (?:knowledge of |in )?|gedegen kennis van |grondige kennis van |thorough knowledge of |zeer goede kennis van )$/,
  ],
  [
    1,
    /(?<!visual )\b(?:basis ?kennis (?:van |in )?|basic (?:knowledge (?:of|in) |skills in )?|beginner in |beginnend in |een beetje |some )$/,
  ],
]

/** How well, where the words just beside the name of a skill say so; undefined when they do not. */
export function levelBeside(text: string, start: number, end: number): Level | undefined {
  const words = behind.exec(text.slice(end, end + farthest))?.[1]
  const said = words === undefined ? undefined : skillLevelOf(words)
  if (said !== undefined) return said
  const ahead = fold(text.slice(Math.max(0, start - farthest), start)).replace(/\s+/g, ' ')
  return before.find(([, pattern]) => pattern.test(ahead))?.[0]
}
