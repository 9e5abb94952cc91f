import type { Check, CheckedText, Mark, Praise } from '../check.ts'
import { diplomaRewritesFor } from './diploma-rewrites.ts'
import { diplomaPlacesOf } from './diploma-words.ts'
import { isNotSaid, isOfFirm } from './excuses.ts'
import { markAt, matchesIn, type Remark } from './marks.ts'
import { around } from './sentences.ts'
import { isWished } from './wished.ts'

const id = 'diploma'

/** The way in for who learnt it otherwise. */
const otherwise =
  /(?<!\p{L})(?:(?:of|or|dan wel) (?:(?!(?:en|and|met|with|opleiding|niveau|degree|diploma|studie)(?!\p{L}))[\p{L}-]{1,20},? ){0,4}(?:werk|praktijk)?(?:ervaring|experience|zelf geleerd|self-taught)|gelijkwaardig door ervaring|verkregen door|opgedaan (?:door|in|met)|(?:of|or) (?:een )?(?:gelijkwaardig|vergelijkbaar) (?:niveau|werk)|(?:of|or) (?:an? )?equivalent(?! (?:degree|field|study|opleiding))|of je nu)(?!\p{L})/iu
const wished =
  /(?<!\p{L})(?:bij voorkeur|liefst(?: in combinatie met)?|preferably|ideally|nice to have:?|if|als je|ook) (?:een |a |in |at |op )?(?:afgeronde )?$/iu
const isPlus =
  /^(?: preferred| desirable)|^[^.;,]{0,30}?(?<!\p{L})(?:een (?:dikke |grote |flinke )?pr[eé]|(?:is|are|als) (?:een |a |mooi |an )?(?:pr[eé]|plus|pluspunt|voordeel|meegenomen|bonus|preferred|advantage|desirable))(?!\p{L})/iu
/** `relevant education or experience in`: before the level. */
const orExperience =
  /(?<!\p{L})(?:education|opleiding|studie|degree|diploma) (?:or|of|en\/of|and\/or|dan wel) (?:\p{L}+ )?(?:werk)?(?:experience|ervaring)(?!\p{L})[^.;]{0,80}$/iu
/** `Work experience can supplement education`: in the sentence behind. */
const experienceInstead =
  /^[^.;\n]{0,60}[.;,] ?[^.;\n]{0,30}?(?:work |werk)?(?:experience|ervaring)(?: \p{L}+){0,3}? (?:can|may|kan|mag) (?:\p{L}+ ){0,4}?(?:supplement|replace|substitute|compensate|vervangen|vervangt|compenseren|aanvullen)(?!\p{L})/iu
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

/** A level is asked, no paper. */
const levelRemark: Remark = {
  ...remark,
  title: { nl: 'Een niveau zegt niet wat iemand kan', en: 'A level does not say what somebody can do' },
  why: {
    nl: 'Wie dit werk op een andere manier leerde, weet niet of dit niveau genoeg is. Zeg wat iemand moet kunnen.',
    en: 'People who learned this work in another way cannot tell whether they have this level. Say what somebody must be able to do.',
  },
}

const isLevel = (words: string): boolean =>
  /niveau|level/iu.test(words) &&
  !/opleiding|diploma|studie|degree|bachelor|master|qualification|education|getuigschrift/iu.test(words)

const doctorate = /(?<!\p{L})(?:ph\.?d|engd|post-?doc\p{L}*|promovend\p{L}*|hoogleraar|professor|lector)(?!\p{L})/iu
/** Who may teach is bound by law, or by the accreditation of the school. */
const teacher = /(?<!\p{L})(?:\p{L}{0,20}docent(?:e|en)?|leraar|lerares|leerkracht|lecturer|teacher)(?!\p{L})/iu

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
    if (doctorate.test(title) || teacher.test(title)) return { praise: freeOfHow(checked) }
    const marks: Mark[] = []
    const praise: Praise[] = []
    for (const found of diplomaPlacesOf(checked)) {
      const { before, after } = around(checked, found)
      const words = checked.text.slice(found.start, found.end)
      if (
        isNotSaid(checked, found) ||
        isOfFirm(checked, found) ||
        isWelcomeOnly(before, after) ||
        isWished(checked, found) ||
        notDemanded.test(`${before.slice(-80)} ${after.slice(0, 60)}`)
      )
        continue
      if (
        otherwise.test(`${words}${after.slice(0, 90)}`) ||
        orExperience.test(before) ||
        experienceInstead.test(checked.text.slice(found.end, found.end + 200))
      ) {
        praise.push({ ...found, check: id, title: { nl: 'Ervaring telt ook', en: 'Experience counts too' } })
      } else marks.push(markAt(checked, found, isLevel(words) ? levelRemark : remark, diplomaRewritesFor(checked, found)))
    }
    return { marks, praise: [...praise, ...freeOfHow(checked)] }
  },
}

const isWelcomeOnly = (before: string, after: string): boolean =>
  wished.test(before.slice(-30)) || isPlus.test(after.slice(0, 60))

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
