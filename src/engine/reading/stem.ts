/**
 * A light stem: what Dutch and English plurals and -s/-en forms of one word have in common. Not a word to show, only a key that is
 * made the same way for labels and for text.
 */
export function stem(word: string): string {
  // Names with signs or digits (c++, node.js, ipv6) and short words have no plural worth the risk.
  if (word.length < 4 || !plainWord.test(word)) return word
  const root = withoutEnding(word.endsWith("'s") ? word.slice(0, -2) : word)
  return root.length > 3 && root.endsWith('s') && !keepsItsS.test(root) ? root.slice(0, -1) : root
}

const plainWord = /^[a-z']+$/
const english = /(?:ch|sh|x|ss)es$/
const keepsItsS = /(?:ss|us|is)$/

function withoutEnding(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.endsWith('ie')) return `${word.slice(0, -2)}y`
  if (english.test(word)) return word.slice(0, -2)
  if (word.length > 5 && word.endsWith('en')) return dutchSingular(word.slice(0, -2))
  return voiceless(word)
}

/** systemen: systeem, netwerken: netwerk, talen: taal, brieven: brief. */
function dutchSingular(root: string): string {
  const last = root.at(-1) ?? ''
  if (last === root.at(-2) && !'aeiou'.includes(last)) return root.slice(0, -1)
  const open = /[^aeiou]([aeou])([^aeiou])$/.exec(root)
  return voiceless(open ? `${root.slice(0, -1)}${open[1]}${open[2]}` : root)
}

function voiceless(word: string): string {
  if (word.endsWith('v')) return `${word.slice(0, -1)}f`
  if (word.endsWith('z')) return `${word.slice(0, -1)}s`
  return word
}
