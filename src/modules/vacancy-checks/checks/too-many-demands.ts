import type { Check, CheckedSentence, CheckedText } from '../check.ts'
import { markAt } from './marks.ts'
import { isUnderWishes } from './wished.ts'

const id = 'too-many-demands'
/** So many demands a reader still weighs; a choice of ours, not a finding. */
const mostDemands = 10

/** A long list of demands. */
export const tooManyDemands: Check = {
  id,
  title: { nl: 'Te veel eisen', en: 'Too many demands' },
  sources: [
    { name: 'UWV, werkgeversonderzoek 2021: 70% nam mensen aan die niet aan alle eisen voldeden', sureness: 'seen' },
    { name: 'Eigen grens van Schakel: tien eisen', sureness: 'own' },
  ],
  run(checked) {
    const demands = demandsIn(checked)
    const next = demands[mostDemands]
    if (!next) return {}
    const count = demands.length
    return {
      marks: [
        markAt(
          checked,
          { start: next.start, end: next.end },
          {
            check: id,
            severity: 'shutsOut',
            title: { nl: `${count} eisen is veel`, en: `${count} demands is a lot` },
            why: {
              nl: `Dit is de ${mostDemands + 1}e eis. Wat kan iemand ook hier leren? Haal dat weg.`,
              en: `This is demand number ${mostDemands + 1}. What can somebody learn on the job? Take that out.`,
            },
          },
        ),
      ],
    }
  },
}

const asks =
  /(?<!\p{L})(?:(?:werk)?ervaring|kennis|je (?:hebt|bent|kunt|kan|beschikt|beheerst|spreekt)|heb je|hebt|beheersing|vaardig(?:heden|heid)?|diploma|opleiding|denkniveau|affiniteit|houding|instelling|rijbewijs|in staat|vermogen|experience[d]?|knowledge|skills?|abilit(?:y|ies)|able|degree|proficien\p{L}*|familiar\p{L}*|understanding|fluent|expertise|mindset|attitude|you (?:have|are|can))(?!\p{L})/iu
const offers =
  /(?<!\p{L})(?:wij|we|ons|onze|our|us|salaris|salary|will be|maakt niet uit|profiteer|profiteert|join|welkom|welcome|you['’]ll|kom je|krijg je|\(?een pr[eé]|pr[eé]\)?|plus(?:punt)?|nice to have|preferred|preferably|ideally|desirable|bij voorkeur|liefst|is wenselijk|voordeel|advantage)(?!\p{L})/iu

/** Every demand once: texts repeat themselves. */
function demandsIn(checked: CheckedText): CheckedSentence[] {
  const said = new Set<string>()
  return checked.sentences.filter((sentence, at) => {
    if (!isDemand(checked, sentence) || goesOn(checked, checked.sentences[at - 1], sentence)) return false
    if (isUnderWishes(checked, sentence)) return false
    if (isRole(checked, sentence) && isRole(checked, checked.sentences[at - 1])) return false
    const words = checked.text.slice(sentence.start, sentence.end).toLowerCase()
    return !said.has(words) && said.add(words)
  })
}

/** `Data engineer: ervaring met`, one of a few roles beside each other: nobody needs them all. */
const role =
  /^[^:.,\n]{0,42}(?:scientist|engineer|developer|analist|analyst|consultant|specialist|manager|tester|beheerder|ontwikkelaar|designer|architect) ?: /iu
const isRole = ({ text }: CheckedText, sentence: CheckedSentence | undefined): boolean =>
  sentence !== undefined && role.test(text.slice(sentence.start, sentence.start + 60))

/** The end of a wish that was split: `... is a plus, as is | management experience`. */
function goesOn({ text }: CheckedText, before: CheckedSentence | undefined, { start }: CheckedSentence): boolean {
  return (
    before?.kind === 'plus' &&
    /^\s{1,6}\p{Ll}/u.test(text.slice(before.end, start + 1)) &&
    !/[.!?:;]$/.test(text.slice(before.start, before.end))
  )
}

/** A bullet or sentence that asks something of the reader, and not as a plus. */
function isDemand({ text }: CheckedText, { start, end, kind, section }: CheckedSentence): boolean {
  if (kind !== 'essential' || (section !== 'demands' && section !== 'unknown')) return false
  const words = text.slice(start, end)
  return words.split(/\s+/).length >= 3 && !/[?:]\s*$/.test(words) && asks.test(words) && !offers.test(words)
}
