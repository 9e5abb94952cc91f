const bracketed = /\([^()]{0,200}\)/g
const mostVariants = 6

/**
 * What else a title or name may have been meant as, without what stands in brackets and with each of the words around a slash:
 * `Bedrijfsleider / ondernemer kapsalon (hoger)` gives `Bedrijfsleider kapsalon` and `ondernemer kapsalon`; `Change- en releasemanager` gives
 * `Change releasemanager` and `releasemanager`. Without the text itself; empty when there is nothing else.
 */
export function queryVariants(text: string): string[] {
  const bare = squeeze(text.replace(bracketed, ' '))
  const found = new Set<string>()
  for (const slashed of slashAlternatives(bare)) {
    for (const whole of completed(slashed)) found.add(whole)
  }
  found.add(bare)
  found.delete(text)
  found.delete('')
  return [...found].slice(0, mostVariants)
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** `A / B C` is `A C` or `B C`; `A/B` is `A` or `B`. */
function slashAlternatives(text: string): string[] {
  const pieces = text.split('/').map(squeeze)
  if (pieces.length === 1 || pieces.length > 4 || pieces.some((piece) => piece === '')) return [text]
  const last = pieces.at(-1)!
  const at = last.indexOf(' ')
  const rest = at < 0 ? '' : last.slice(at)
  return pieces.map((piece, place) => (place === pieces.length - 1 ? piece : piece + rest))
}

/** `change- en releasemanager` is `change releasemanager`, for where the end that both share begins nobody says, or `releasemanager`. */
function completed(text: string): string[] {
  const found = /^(.{0,60}?)(\p{L}{2,30})- (?:en|of|\/) (.{0,30}?)(\p{L}{4,40})(.*)$/u.exec(text)
  if (!found) return [text]
  const [, before = '', first = '', between = '', second = '', after = ''] = found
  return [squeeze(`${before}${first} ${second}${after}`), squeeze(`${before}${between}${second}${after}`)]
}
