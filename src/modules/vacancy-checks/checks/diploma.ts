import type { Check, CheckedText, Mark, Praise, Rewrite, Span } from '../check.ts'
import { isNotSaid, isOfFirm } from './excuses.ts'
import { markAt, matchesIn, type Remark, rewriteAt } from './marks.ts'
import { begin, end, hyphen, oneOf, space } from './pattern-parts.ts'
import { around, languageAt } from './sentences.ts'
import { skillsInWords, toneOf } from './tone.ts'

const id = 'diploma'

const degree = oneOf(
  'v?mbo',
  'hbo',
  'wo',
  'havo',
  'vwo',
  'universitaire?',
  'academische?',
  `bachelor(?:['’]?s)?`,
  `master(?:['’]?s)?`,
  'university',
  'academic',
  'college',
  'ph\\.?d',
  'b\\.?sc',
  'm\\.?sc',
)
const level = String.raw`${degree}(?:[ -]?[1-4](?!\d))?(?:\\?\+)?`
const levels = String.raw`${level}(?:${hyphen}(?:${space}?(?:/|,|en\/of|of|or|and\/or|and|tot)${space}?)${level}){0,3}`
const asked = oneOf(
  String.raw`(?:werk|denk)${hyphen}(?:[ ]?(?:en|\/|&)[ ]?)?${hyphen}(?:denk|werk)?niveau`,
  'denkniveau',
  'werkniveau',
  'niveau',
  'opleidingsniveau',
  'opleiding(?:en)?',
  'diploma',
  'studie',
  'graad',
  'achtergrond',
  'getuigschrift',
  'titel',
  'degree',
  'diploma',
  'level',
  'education',
  'qualification',
  'background',
)
const qualities = `(?:(?:een|minimaal|minstens|minimum|afgeronde?|relevante?|voltooide?|succesvol|behaalde?|technische?|erkende|gevolgde|analytische|beta|a|an|completed|relevant|finished|minimum|technical|recognised|recognized|at least|ten minste|tenminste)${space}){0,5}`
/** `hbo werk- en denkniveau`, `een afgeronde hbo-opleiding`, `a Bachelor's degree`. */
const byLevel = `${qualities}${levels}${hyphen}${space}?(?:(?:afgeronde|relevante|technische|or higher|of hoger)${space})?${asked}`
/** `een opleiding op hbo-niveau`, `een diploma op mbo 4-niveau`. */
const onLevel = `${qualities}(?:opleiding|diploma|studie|degree)${space}(?:(?:op|van|at|of)${space}(?:minimaal${space})?)?${levels}(?:${hyphen}niveau(?:${space}[1-4](?:${space}(?:of|en|or)${space}[1-4])?)?|${space}level)?`
/** `afgeronde opleiding Informatica`, `een diploma in informatica`, `degree in Computer Science`. */
const finished = String.raw`(?:een${space})?(?:afgeronde|voltooide|a completed|completed)${space}(?:(?:relevante|technische|ict-?|it-?|relevant)${space}?)?(?:opleiding|studie|degree)|(?:a${space})?(?:relevant${space})?degree(?=${space}in${end})|(?:a${space})?(?:bachelor|master|ph\.?d|b\.?sc|m\.?sc)(?:['’]?s)?(?:${space}?(?:of|or|\/)${space}?(?:a${space})?(?:bachelor|master|m\.?sc)(?:['’]?s)?)?(?:${space}of science|(?=${space}in${end}))`
/** `een afgeronde HBO Informatica opleiding`, `opleiding: hbo`, `WO Master`. */
const named = String.raw`${qualities}${levels}${space}(?:(?!(?:en|een|of|met|de|het|je|or|and|with|the|a|bij|op|in|voor)${end})[\p{L}&-]{2,20}${space}){1,3}(?:opleiding|studie|diploma|degree|afgerond)|(?<=(?:opleiding|opleidingsniveau|education)${space}?:${space})${levels}|(?:hbo|wo)[ -](?:bachelor|master)`
/** `Je bent hbo'er`. */
const person = `(?=hbo|wo|mbo)(?<=(?:bent|zoeken|zoekt)${space}(?:(?:een|wij|we)${space}){0,2})(?:hbo|wo|mbo)['’]?er`
const demand = new RegExp(`${begin}(?:${onLevel}|${byLevel}|${finished}|${named}|${person})${end}`, 'giu')

/** Where the name of a study ends. */
const studyEnds = String.raw`(?=$|[.;:!?\n]|,? (?:en|and) (?:je|minimaal|minstens|ervaring|kennis|hebt|bent|een|at least|you|have|has|bring|are|can|experience|\d)|,? (?:met|with|bij voorkeur|preferably|aangevuld|ben|heb|hebt|heeft|is|zijn|wordt|are|required|preferred|ervaring|vereist|afgerond|gevolgd|behaald|voltooid|minimaal|en minimaal)(?!\p{L})|,? (?:of|or|en\/of|dan wel) (?:(?:je|you|hebt|have|een|door|an?|aantoonbare|relevante|relevant|equivalent|vergelijkbare|gelijkwaardige|ruime|work) ){0,4}(?:werk)?(?:ervaring|experience|achtergrond))`
/** What was studied: `Informatica`, `in de richting van ICT, wiskunde of econometrie`. */
const study = new RegExp(
  String.raw`^(?:,?${space}(?:(?:in|binnen|richting|of(?=${space}\p{Lu})|zoals|bijvoorbeeld|such as|op het gebied van)${end}(?:[^.;:!?\n()]|\([^()\n]{1,40}\)){2,220}?${studyEnds}|(?:(?!(?:Locatie|Standplaats|Salaris|Uren|Voertaal|Solliciteer|Werkervaring|Minimaal|Je|Jij|Ervaring|Kennis|Goede|Vloeiend|Uitstekende|Experience|Minimum|Bij|Met)${end})\p{Lu}[\p{L}&-]{1,30}${space}?){1,4}))?(?:,?${space}?(?:of|or)${space}(?:(?:een|a|an)${space})?(?:vergelijkbaar|vergelijkbare?(?! (?:\p{L}+ )?ervaring)|gelijkwaardige?(?! (?:door|ervaring))|soortgelijke?|hoger|similar|equivalent|comparable|related)(?!\p{L})(?:${space}(?:niveau|opleiding|studie|richting|field|degree))?)?`,
  'u',
)
/** The way in for who learnt it otherwise. */
const otherwise =
  /(?<!\p{L})(?:(?:of|or|dan wel) (?:(?!(?:en|and|met|with|opleiding|niveau|degree|diploma|studie)(?!\p{L}))[\p{L}-]{1,20},? ){0,4}(?:werk|praktijk)?(?:ervaring|experience|zelf geleerd|self-taught)|gelijkwaardig door ervaring|verkregen door|opgedaan (?:door|in|met)|(?:of|or) (?:een )?(?:gelijkwaardig|vergelijkbaar) (?:niveau|werk)|(?:of|or) (?:an? )?equivalent(?! (?:degree|field|study|opleiding))|of je nu)(?!\p{L})/iu
const wished =
  /(?<!\p{L})(?:bij voorkeur|liefst(?: in combinatie met)?|preferably|ideally|nice to have:?|if|als je|ook) (?:een |a |in |at |op )?(?:afgeronde )?$/iu
const isPlus =
  /^(?: preferred| desirable)|^[^.;,]{0,30}?(?<!\p{L})(?:een (?:dikke |grote |flinke )?pr[eé]|(?:is|are|als) (?:een |a |mooi |an )?(?:pr[eé]|plus|pluspunt|voordeel|meegenomen|bonus|preferred|advantage|desirable))(?!\p{L})/iu
/** Other people's schooling, the employer's own training, an internship that is part of a study. */
const notDemanded =
  /(?<!\p{L})(?:student(?:en|s)?|studenten|scholieren|docent|lesgeven|onderwijs|stagiair|stageplek|(?:je|jij) (?:volgt|studeert|doet)|(?:bezig|start|begonnen)(?: bent)? met|currently (?:studying|enrolled|pursuing)|are (?:studying|enrolled|pursuing)|(?:we|wij) bieden|we offer|krijg je|kun je .{0,20}volgen|vergoed|betalen|onze opleiding|naast je|tijdens je|laatstejaars|complete the|pursu\p{L}+|(?:of|or) just|phd position)(?!\p{L})/iu

const remark: Remark = {
  check: id,
  severity: 'shutsOut',
  title: { nl: 'Een diploma zegt niet of iemand het werk kan', en: 'A diploma does not say whether somebody can do the work' },
  why: {
    nl: 'Veel mensen leerden dit vak op het werk, met een cursus of zelf. Vraag wat iemand moet kunnen.',
    en: 'Many people learned this trade at work, on a course or by themselves. Ask what somebody must be able to do.',
  },
  demands: ['workLevel', 'diploma'],
}

const doctorate = /(?<!\p{L})(?:ph\.?d|engd|post-?doc\p{L}*|promovend\p{L}*|hoogleraar|professor|lector)(?!\p{L})/iu

/** A diploma or level of schooling that stands in for skills. */
export const diploma: Check = {
  id,
  title: { nl: 'Diploma in plaats van skills', en: 'Diploma instead of skills' },
  sources: [
    { name: 'UWV, werkgeversonderzoek 2021: vaardigheden 75%, diploma 41%', sureness: 'seen' },
    { name: 'Burning Glass: 51 miljoen advertenties, 2017-2020', sureness: 'seen' },
  ],
  run(checked) {
    // Who is admitted to a doctorate is not for the employer to say.
    const title = checked.title ? checked.text.slice(checked.title.start, checked.title.end) : ''
    if (doctorate.test(title)) return { praise: freeOfHow(checked) }
    const marks: Mark[] = []
    const praise: Praise[] = []
    for (const found of placesOf(checked)) {
      const { before, after } = around(checked, found)
      if (
        isNotSaid(checked, found) ||
        isOfFirm(checked, found) ||
        isWelcomeOnly(before, after) ||
        notDemanded.test(`${before.slice(-80)} ${after.slice(0, 60)}`)
      )
        continue
      if (otherwise.test(`${checked.text.slice(found.start, found.end)}${after.slice(0, 90)}`)) {
        praise.push({ ...found, check: id, title: { nl: 'Ervaring telt ook', en: 'Experience counts too' } })
      } else marks.push(markAt(checked, found, remark, rewritesFor(checked, found)))
    }
    return { marks, praise: [...praise, ...freeOfHow(checked)] }
  },
}

function placesOf({ text }: CheckedText): Span[] {
  const found: Span[] = []
  let end = 0
  for (const match of matchesIn(text, demand)) {
    if (match.index < end) continue
    const words = match[0].length
    const studied = study.exec(text.slice(match.index + words, match.index + words + 160))?.[0].trimEnd().length ?? 0
    end = match.index + words + studied
    found.push({ start: match.index, end })
  }
  return found
}

const isWelcomeOnly = (before: string, after: string): boolean =>
  wished.test(before.slice(-30)) || isPlus.test(after.slice(0, 60))

const holding = new RegExp(
  `(?:${begin}(bent|ben je|ben jij|is)${space})?(in${space}(?:het${space})?bezit${space}van|in possession of)${space}$`,
  'iu',
)

/** The demand in skills, in the same place of the sentence. */
function rewritesFor(checked: CheckedText, found: Span): Rewrite[] {
  const language = languageAt(checked, found.start)
  const before = checked.text.slice(Math.max(0, found.start - 40), found.start)
  const held = holding.exec(before)
  const verb = held?.[1]?.toLowerCase()
  const start = held ? found.start - held[0].length : found.start
  // `Je bent mobiel en in het bezit van`: the verb before it holds for it.
  const shared =
    held !== null &&
    verb === undefined &&
    /(?<!\p{L})(?:je|jij|u) bent [^.!?]{0,60}(?:en|,) $/iu.test(checked.text.slice(Math.max(0, start - 80), start))
  const prefix = shared
    ? 'hebt '
    : verb === undefined
      ? ''
      : verb === 'bent'
        ? 'hebt '
        : verb === 'is'
          ? 'heeft '
          : verb.replace('ben', 'heb').concat(' ')
  const said =
    language === 'nl' ? `(hoe ${toneOf(checked)} dat leerde, maakt niet uit)` : '(how you learned that does not matter)'
  if (/^(?:hbo|wo|mbo)['’]?er$/iu.test(checked.text.slice(found.start, found.end))) return []
  // `Opleidingsniveau: hbo` is a field of a form; a sentence does not fit in it.
  // Nor after `je werkt op`.
  if (/niveau\s*:\s*$|(?<!\p{L})(?:op|at|on) $/iu.test(before)) return []
  const done = finishedBehind.exec(checked.text.slice(found.end, found.end + 40))
  const to = done ? `${said}${done[1] ? ` ${done[1]}` : ''}` : said
  const span = { start, end: found.end + (done?.[0].length ?? 0) }
  const skills = skillsInWords(checked, language)
  const plain = language === 'nl' ? 'de kennis die bij dit werk hoort' : 'the skills for this work'
  const inSkills = skills && (language === 'nl' ? `kennis van ${skills}` : `skills in ${skills}`)
  return [inSkills, plain].flatMap((words) => (words ? [rewriteAt(checked, span, `${prefix}${words} ${to}`)] : []))
}

/** `... hebt gevolgd`, `... afgerond`: what was done with the study goes with it; the verb stays. */
const finishedBehind = /^ (?:(hebt|heeft) )?(?:afgerond|gevolgd|behaald|voltooid)(?!\p{L})/iu

const free =
  /(?<!\p{L})(?:(?:hoe|waar) (?:je|jij|u) (?:het|dat|dit) (?:hebt |heeft )?(?:leerde|geleerd(?: hebt| heeft)?)[^.!?\n]{0,12}maakt (?:ons )?niet uit|how you learn(?:ed|t) (?:it|that|this)[^.!?\n]{0,12}(?:does not|doesn['’]t) matter|(?:je|jij) hoeft geen (?:hbo|wo|mbo|diploma)[^.!?\n]{0,30}|(?:een )?diploma is niet nodig|no degree (?:is )?(?:needed|required|necessary)|diploma['’]?s (?:zijn )?niet (?:belangrijk|nodig))(?!\p{L})/giu

function freeOfHow({ text }: CheckedText): Praise[] {
  return matchesIn(text, free).map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
    check: id,
    title: { nl: 'Hoe iemand het leerde, maakt niet uit', en: 'How somebody learned it does not matter' },
  }))
}
