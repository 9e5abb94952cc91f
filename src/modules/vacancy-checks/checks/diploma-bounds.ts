import type { Span } from '../check.ts'

/** An article and what stands between it and the words: `een afgeronde (technische)`, `a quantitative`. */
const articleBefore =
  /(?:(?<![\p{L}\p{N}])|(?<=\p{Ll})(?=\p{Lu}))(?:[Ee]en|[Aa]n?)(?: (?!(?:en|of|or|and|met|with|in|op|is|was|have|has|you|je)(?!\p{L}))\(?[\p{L}\p{N}-]{2,20}\)?){0,3} $/u
/** Without an article: `Advanced`, `4-year`, `MBO-4 of`, `Bachelor’s or`. */
const partBefore =
  /(?:(?<![\p{L}\p{N}])|(?<=\p{Ll})(?=\p{Lu}))(?:(?:[Aa]dvanced|[Rr]elevante?|[Aa]fgeronde?|[Vv]oltooide|[Cc]ompleted|[Mm]inimaal|[Mm]inimum|[Mm]instens|[Aa]t least|[Tt]en minste|\d-year|[Ff]our-year|[Tt]hree-year|[Tt]echnische|\([\p{L}]{2,20}\)) |(?:MBO|HBO|WO|mbo|hbo|wo|Bachelor|Master)(?:['’]s)?(?:\\?-?(?:\d|en))?(?: of | or |\/))$/u
/** Something that the words belong to, or a verb that they follow. */
const fitsBefore =
  /(?:^|[\n*•·–—:;.!?|>&…+]\s{0,3}|(?<!\p{L})(?:heb(?:t|ben)?|heb je|heb jij|heeft|have|has|had|beschikt(?: minimaal| ook)? over|beschik je(?: minimaal| ook)? over|met|with|vragen|vragen we|bring|hold|holds|need|needs|possess|obtained|behaald|en|and|plus|vereist|required|verder|verwachten|zoeken iemand met|naast|besides|als|is) )$/iu
const glued = /(?<=\p{Ll})$/u
/** With a capital it begins a sentence, also behind a heading whose line end was lost. */
const beginsSentence = /^(?:Een|Afgeronde|Minimaal|Minstens|Minimum|Relevante|Voltooide|Completed|An?) /u

/** What belongs to the words behind them. */
const behind: readonly RegExp[] = [
  /^[;,]? ?\([^()\n]{1,160}\)/u,
  /^,? (?:of|or) (?:hoger|higher)(?! (?:niveau|level))(?: (?:from|van|aan|at) (?:an?|een)? ?[^.;,\n()]{1,60}?(?= in | (?:and|en|with|met) |[.;,\n]|$)(?: in [^.;\n*]{1,120})?)?(?!\p{L})/iu,
  /^ (?:required|vereist|needed|is vereist|is required)(?=\s*(?:$|[.;!\n*•]))/iu,
  /^ (?:afgerond|gevolgd|behaald|voltooid)(?!\p{L})/iu,
]
/** After these words a sentence goes on, or ends. */
const fitsBehind =
  /^\s{0,3}(?:$|[.;!?\n*•·|]|[-–] (?:Je|Jij|Ervaring|Kennis|Minimaal|Goede|You|Experience|At least|\d))|^(?=\p{Lu}\p{Ll})|^,? (?:en|and|maar|but) (?!(?:of|or|bent niet|not)(?!\p{L}))|^ (?:hebt|heeft|hebben|heb)(?! in(?!\p{L}))(?!\p{L})|^,? (?:met(?! een [^.;\n]{0,30}(?:richting|component|profiel|achtergrond))|with(?! an? [^.;\n]{0,30}(?:component|background|focus))|waarmee|waarin|dat|die|bij voorkeur|(?:het )?liefst|preferably|in combinatie|plus|is|are|je|jij|you|minimaal|ervaring|kennis|in een|gecombineerd|combined|aangevuld|waarbij|zoals|such as|op het gebied|that)(?!\p{L})/u

/**
 * The whole phrase that a diploma stands in, with its article, adjectives and brackets; undefined where its ends are not sure. Then no other words
 * can be put in its place.
 */
export function wholePhrase(text: string, { start, end }: Span): Span | undefined {
  let from = start
  for (let times = 0; times < 3; times++) {
    const before = text.slice(Math.max(0, from - 80), from)
    const found = articleBefore.exec(before) ?? partBefore.exec(before)
    if (!found) break
    from -= found[0].length
  }
  let to = end
  for (let times = 0; times < 3; times++) {
    const after = text.slice(to, to + 200)
    const found = behind.map((one) => one.exec(after)?.[0].length ?? 0).find((length) => length > 0)
    if (found === undefined) break
    to += found
  }
  const before = text.slice(Math.max(0, from - 40), from)
  const isGlued = glued.test(before) && /^\p{Lu}/u.test(text.slice(from, from + 1))
  if (!isGlued && !beginsSentence.test(text.slice(from, from + 12)) && !fitsBefore.test(before)) return undefined
  const after = text.slice(to, to + 40)
  return fitsBehind.test(after) ? { start: from, end: to } : undefined
}
