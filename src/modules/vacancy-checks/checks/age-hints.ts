import type { Check, CheckedText, Mark, Rewrite, Span } from '../check.ts'
import { isNotSaid, isPartOfName, opensTheDoor } from './excuses.ts'
import { markAt, matchesIn, type Remark, rewriteAt, withoutOverlap } from './marks.ts'
import { begin, end, smallNumber, space } from './pattern-parts.ts'
import { around, languageAt } from './sentences.ts'
import { createWordCheck, insteadOf, rewriteWithArticle } from './word-check.ts'
import { listOf, type Wording } from './wording.ts'

const id = 'age-hints'
const why = {
  nl: 'Wie ouder is, denkt: dit is niet voor mij. Zonder goede reden mag dit niet. (WGBL, artikel 7) Zeg wat iemand gaat doen.',
  en: 'Older people think: not for me. Without a good reason this is not allowed. (WGBL, article 7) Say what somebody will do.',
}

/** Beside a mix of people, nobody young is asked for. */
const mixed =
  /(?<!\p{L})(?:mix|combinatie|gecombineerd|zowel|both|ervaren (?:collega|professional|senior|kracht|developer)\p{L}*|seniors?|experienced|van jong tot|jong en oud|oud en jong|community|netwerk|network|vereniging|leerlingen|studenten|kinderen|jongeren|klanten|customers|doelgroep|consumenten|kids|retailer|merk|brand|gebruikers|begeleid\p{L}*|coach\p{L}*|lesgeven|scholieren)(?!\p{L})/iu

const fewYears = new RegExp(
  String.raw`${begin}(?:max(?:imaal|imum)?\.?|hooguit|hoogstens|tot|up to|at most|no more than|niet meer dan|0${space}?(?:-|–|tot|to)(?=${space}?[1-3](?!\d)))${space}?${smallNumber}${space}(?:jaar|jaren|years?)(?:['’]s?)?${space}(?:(?:aan|of|relevante?|aantoonbare?|relevant|work|working|professional)${space}){0,2}(?:werk)?(?:ervaring|experience)${end}`,
  'giu',
)
/** `een leuk team van jonge en ambitieuze mensen`. */
const youngPeople = new RegExp(
  String.raw`${begin}(?:jonge?|young)(?:${space}(?:en|and)${space}|,?${space})(?:\p{L}{3,16}(?:,|${space}en|${space}and)?${space}){0,2}(?:team|mensen|collega['’]?s|people|colleagues|professionals)${end}`,
  'giu',
)
const starter = new RegExp(
  String.raw`${begin}(?:starter op de arbeidsmarkt|(?<=(?:je bent|jij bent|ben jij|ben je|zoeken|zoekt)${space}(?:een${space}|als${space})?(?:\p{L}{3,14}e${space})?)starters?)${end}(?!${space}(?:of|tot|en|\/)${space}(?:medior|ervaren|senior|professional))`,
  'giu',
)

const remark: Remark = {
  check: id,
  severity: 'shutsOut',
  title: { nl: 'Dit klinkt als een leeftijd', en: 'This sounds like an age' },
  why,
}

/** Words that keep people of another age away without naming one. */
export function createAgeHints(wording: Wording): Check {
  const words = createWordCheck({
    id,
    severity: 'shutsOut',
    title: { nl: 'Klinkt als een leeftijd', en: 'Sounds like an age' },
    markTitle: (found) => ({ nl: `‘${found}’ klinkt als een leeftijd`, en: `‘${found}’ sounds like an age` }),
    why: () => why,
    lists: [listOf(wording, 'age-hints')],
    rewrites: (checked, found) => withoutAnd(checked, insteadOf(checked, found, found.value)),
    sources: [{ name: 'WGBL art. 7 (text of May 2017)', sureness: 'seen' }],
    excused: (checked, found) =>
      opensTheDoor(checked, found) ||
      isPartOfName(checked, found) ||
      mixed.test(around(checked, found).whole) ||
      isOneOfMore(checked, found),
  })
  return {
    ...words,
    run(checked) {
      return { marks: withoutOverlap([...(words.run(checked).marks ?? []), ...youngPeopleIn(checked), ...limitsOf(checked)]) }
    },
  }
}

function youngPeopleIn(checked: CheckedText): Mark[] {
  return matchesIn(checked.text, youngPeople).flatMap(({ 0: words, index }) => {
    const span = { start: index, end: index + words.length }
    const excused = isNotSaid(checked, span) || opensTheDoor(checked, span) || mixed.test(around(checked, span).whole)
    if (excused || (/\p{L},? (?=$)/u.test(around(checked, span).before) && /^(?:Jong|Young)/.test(words))) return []
    const first = /^\p{L}+(?:,? (?:en|and)(?= )|,)? /iu.exec(words)?.[0].length ?? 0
    return [markAt(checked, span, remark, [rewriteWithArticle(checked, span, words.slice(first))])]
  })
}

/** `2 tot 5 jaar` has a least as well: years of experience, not a limit. */
const least = /(?:\d|een|één|nul|zero|one|two|twee|drie) ?$/iu

/** `een fris en jong team`: where the young one goes, *en* goes too. */
function withoutAnd({ text }: CheckedText, rewrites: readonly Rewrite[]): Rewrite[] {
  return rewrites.map((rewrite) => {
    const joined = /(?<!\p{L})(\p{L}+)(?:, | (?:en|and) )$/iu.exec(text.slice(Math.max(0, rewrite.start - 25), rewrite.start))
    if (!joined || !/^(?:jonge?|young) /iu.test(text.slice(rewrite.start, rewrite.end))) return rewrite
    return { ...rewrite, start: rewrite.start - joined[0].length, replacement: `${joined[1]} ${rewrite.replacement}` }
  })
}

/** `net afgestudeerd of juist ervaren`, `ook voor schoolverlaters`. */
function isOneOfMore(checked: CheckedText, span: Span): boolean {
  const { before, after } = around(checked, span)
  const next = checked.text.slice(span.end, span.end + 160)
  return (
    /(?<!\p{L})(?:ook dan|dan (?:nemen|leren|helpen) (?:we|wij)|even then)(?!\p{L})/iu.test(next) ||
    /(?<!\p{L})(?:ook (?:\p{L}+ ){0,2}|bijvoorbeeld |for example |of je nu |whether you(?:['’]re| are) (?:a )?|zelfs (?:als )?)$/iu.test(
      before,
    ) ||
    /^,? (?:of|or) (?:(?:juist|al|je|you|heb|hebt|have|just|an?|een|enkele|paar|some|meer) ){0,5}(?:ervaren|senior|medior|experienced|ervaring|jaren|jaar|years)/iu.test(
      after,
    )
  )
}

function limitsOf(checked: CheckedText): Mark[] {
  const spans = [...matchesIn(checked.text, fewYears), ...matchesIn(checked.text, starter)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }))
  return spans
    .filter(
      (span) => !least.test(around(checked, span).before) || !/^tot|^up to/iu.test(checked.text.slice(span.start, span.end)),
    )
    .filter((span) => !isNotSaid(checked, span) && !opensTheDoor(checked, span) && !isOneOfMore(checked, span))
    .map((span) => {
      const words = checked.text.slice(span.start, span.end)
      // `0-2 jaar` welcomes beginners too: other words may not ask more.
      const isYears = /\d|jaar|year/i.test(words) && !words.startsWith('0')
      const instead = languageAt(checked, span.start) === 'nl' ? 'enige ervaring' : 'some experience'
      return markAt(checked, span, remark, isYears ? [rewriteAt(checked, span, instead)] : [])
    })
}
