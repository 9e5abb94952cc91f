import type { Check, CheckedText, Rewrite, Span } from '../check.ts'
import { isInTitle } from './asking.ts'
import { rewriteAt } from './marks.ts'
import { around, languageAt } from './sentences.ts'
import { occupationInSentence } from './tone.ts'
import { createWordCheck, rewriteWithArticle } from './word-check.ts'
import { listOf, type Wording } from './wording.ts'

/** `rockstar`, `ninja`, `topper`. */
export function createHeroNames(wording: Wording): Check {
  return createWordCheck({
    id: 'hero-names',
    severity: 'tip',
    title: { nl: 'Held gezocht', en: 'Hero wanted' },
    markTitle: (words) => ({ nl: `Tip: ‘${words}’ schrikt mensen af`, en: `Tip: ‘${words}’ scares people off` }),
    why: () => ({
      nl: 'Schrijf hoe het werk heet en wat iemand doet.',
      en: 'Write what the work is called and what somebody does.',
    }),
    lists: [listOf(wording, 'hero-names')],
    excused: (checked, found) => !callsReader(checked, found),
    rewrites: nameOfWork,
  })
}

const called =
  /(?<!\p{L})(?:zoeken|zoek|zoekt|gezocht|wanted|ben jij|je bent|jij bent|you are|are you|you're|looking for|need|word|become|onze (?:nieuwe|volgende)|our (?:new|next)|een echte|a real|als)(?!\p{L})/iu

function callsReader(checked: CheckedText, span: Span): boolean {
  const { before, after } = around(checked, span)
  return isInTitle(checked, span) || called.test(before.slice(-60)) || /^(?: \p{L}+)? (?:gezocht|wanted)(?!\p{L})/iu.test(after)
}

/** `a rockstar engineer`: the work is named behind it. */
const namedBehind =
  /^ (?=(?:[\p{L}.#+-]+ ){0,3}(?:developer|engineer|ontwikkelaar|beheerder|specialist|analist|analyst|consultant|designer|tester)(?!\p{L}))[\p{L}.#+-]+/iu
/** `een data wizard`: what the wizard is of stands before it. */
const namedBefore =
  /(?<!\p{L})(?!(?:een|a|an|de|the|onze|our|nieuwe|new|next|volgende|echte|real|als|as|of|or|en|and|jij|je|you|zoeken|are|bent|word|become)[ -])[\p{L}.#+]{2,20}[ -]$/iu

/** The occupation, with (v/m/x) in a title; a colleague where it is not known. */
function nameOfWork(checked: CheckedText, span: Span): Rewrite[] {
  const { text, occupation } = checked
  if (isInTitle(checked, span)) return [inTitle(checked, span)]
  const language = languageAt(checked, span.start)
  const behind = namedBehind.exec(text.slice(span.end, span.end + 60))?.[0]
  if (behind) return [rewriteWithArticle(checked, { start: span.start, end: span.end + behind.length }, behind.trim())]
  const many = /(?:s|en|['’]s)$/iu.test(text.slice(span.start, span.end))
  if (
    /^ (?:in|met|with|at)(?!\p{L})/iu.test(text.slice(span.end, span.end + 8)) ||
    namedBefore.test(text.slice(Math.max(0, span.start - 24), span.start))
  ) {
    return [rewriteAt(checked, span, many ? (language === 'nl' ? 'specialisten' : 'specialists') : 'specialist')]
  }
  const colleague = language === 'nl' ? (many ? 'collega’s' : 'collega') : many ? 'colleagues' : 'colleague'
  const name = occupation && !many ? occupationInSentence(occupation[language]) : colleague
  const real = /(?<!\p{L})(?:echte |real )$/iu.exec(text.slice(Math.max(0, span.start - 6), span.start))?.[0] ?? ''
  return [rewriteWithArticle(checked, { start: span.start - real.length, end: span.end }, name)]
}

/** `Developer, rockstar` -> `Developer (v/m/x)`: the whole title, as it will be read. */
function inTitle(checked: CheckedText, span: Span): Rewrite {
  const { text, title = span, occupation, language } = checked
  const everybody = language === 'nl' ? '(v/m/x)' : '(m/f/x)'
  const before = text.slice(title.start, span.start)
  const work = before.replace(/\s*[,:/|–-]\s*$/u, '')
  const hasWork = work !== before && /\p{L}{3}$/u.test(work) && !/(?:wanted|gezocht|vacature)$/iu.test(work)
  if (hasWork) return { start: title.start, end: span.end, replacement: `${work} ${everybody}` }
  const name = occupation ? occupationInSentence(occupation[language]) : language === 'nl' ? 'collega' : 'colleague'
  return rewriteAt(checked, span, `${name} ${everybody}`)
}
