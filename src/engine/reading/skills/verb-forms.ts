/** Parts of Dutch verbs that stand behind them in a sentence: *lost problemen op*, *werkt nauw samen*. */
export const verbParticles: readonly string[] = 'aan af bij door in mee na om op over samen terug toe uit vast voor weg'.split(
  ' ',
)

const participle = new RegExp(`^(${verbParticles.join('|')})?ge(\\p{L}{2,20}?)(?:d|t|en)$`, 'u')
const finite = /^(\p{L}{2,24}?)[td]$/u
const shortest = 4
const longest = 28

/**
 * Infinitives that a folded Dutch word may be a form of, by its letters alone: *analyseert* and *geanalyseerd*: analyseren; *lost*: lossen; *opgelost*: oplossen. Most are no words:
 * whoever asks looks which of them is one.
 */
export function infinitivesOf(word: string): string[] {
  if (word.length < shortest || word.length > longest) return []
  const past = participle.exec(word)
  const now = finite.exec(word)
  return [
    ...(past ? infinitivesFrom(past[2]!).map((verb) => (past[1] ?? '') + verb) : []),
    ...(now ? infinitivesFrom(now[1]!) : []),
  ]
}

/** Infinitives of a verb whose first person this is: *geef*: geven; *los*: lossen; *reis*: reizen; *werk*: werken. */
export function infinitivesFrom(firstPerson: string): string[] {
  const last = firstPerson.at(-1) ?? ''
  const body = /([aeou])\1[^aeiou]$/.test(firstPerson) ? firstPerson.slice(0, -2) : firstPerson.slice(0, -1)
  const voiced = { f: 'v', s: 'z' }[last]
  const single = [last, ...(voiced ? [voiced] : [])].map((letter) => `${body}${letter}en`)
  const isShort = /[^aeiou][aeiou][^aeiouwx]$/.test(firstPerson)
  return isShort ? [...single, `${firstPerson}${last}en`] : single
}
