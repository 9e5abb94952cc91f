import type { Check, CheckedSentence, CheckedText } from '../check.ts'
import { markAt } from './marks.ts'

/** Running text at B1 has 12 to 15 words a sentence; twice that is long for anybody. */
const longSentence = 28
/** More than this is no sentence: line ends were lost. */
const noSentence = 70
/** Of the longest, so many are named. */
const mostNamed = 5

interface Counted {
  readonly sentence: CheckedSentence
  readonly words: number
}

/** `d.w.z.` and `end\\-to\\-end`, as Markdown writes it, are one word each. */
const wordsIn = (text: string): string[] =>
  text
    .replace(/\\(?=[-–&+])/g, '')
    .match(/(?<![\p{L}\p{N}])\p{L}(?:\.\p{L}){1,4}(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []

/** Fields of a form and steps whose line ends were lost. */
const fields =
  /[\p{L}\p{N})?] (?:(?:Stap|Step|Fase|Phase) \d|(?:Minimaal|Maximaal|Verwacht) aantal |(?:Standplaats|Dienstverband|Contractduur|Salarisniveau|Maandsalaris|Vacaturenummer|Werklocatie|Opleidingsniveau|Sluitingsdatum|Reactietermijn|Niveau|Uren per week|Overige arbeidsvoorwaarden|Job Type|Work Location)(?!\p{L}))|^(?:Minimaal|Maximaal) aantal uren/u

/** Running sentences: they end in a full stop and are no list. */
function sentencesOf({ text, sentences }: CheckedText): Counted[] {
  return sentences.flatMap((sentence) => {
    const said = text.slice(sentence.start, sentence.end)
    if (!/[.!?…]["'”’)]*$/.test(said) || said.length > noSentence * 12) return []
    const words = wordsIn(said).length
    const isList =
      said.split(',').length > 6 ||
      /[•;]|\n|:\s?[-*]|\.\.\.|…\p{L}/u.test(said) ||
      /\p{Ll}\p{Lu}\p{Ll}/u.test(said) ||
      fields.test(said)
    return words >= 4 && words <= noSentence && !isList ? [{ sentence, words }] : []
  })
}

/** Sentences that ask too much of the reader. */
export const longSentences: Check = {
  id: 'long-sentence',
  title: { nl: 'Lange zinnen', en: 'Long sentences' },
  sources: [{ name: 'Eigen grens van Schakel: 28 woorden; B1 heeft er gemiddeld 12 tot 15', sureness: 'own' }],
  run(checked) {
    const long = sentencesOf(checked)
      .filter(({ words }) => words >= longSentence)
      .sort((a, b) => b.words - a.words || a.sentence.start - b.sentence.start)
      .slice(0, mostNamed)
      .sort((a, b) => a.sentence.start - b.sentence.start)
    return {
      marks: long.map(({ sentence, words }) =>
        markAt(
          checked,
          { start: sentence.start, end: sentence.end },
          {
            check: 'long-sentence',
            severity: 'tip',
            title: { nl: `Tip: deze zin heeft ${words} woorden`, en: `Tip: this sentence has ${words} words` },
            why: {
              nl: 'Maak er twee of drie zinnen van. Eén gedachte per zin leest prettig.',
              en: 'Make it two or three sentences. One thought a sentence reads well.',
            },
          },
        ),
      ),
    }
  },
}

/** Average words a sentence above which a text is harder than B1, with the share of long words below. */
const hardAverage = 17
const longWord = 13
const hardShare = 0.05
const fewestSentences = 6

/** The text as a whole; the mark stands at its hardest sentence. */
export const readingLevel: Check = {
  id: 'reading-level',
  title: { nl: 'Moeilijker dan B1', en: 'Harder than B1' },
  sources: [
    { name: 'B1: gemiddeld 12 tot 15 woorden per zin', sureness: 'unverified' },
    { name: 'Eigen grenzen van Schakel: 17 woorden, 5% lange woorden', sureness: 'own' },
  ],
  run(checked) {
    const counted = sentencesOf(checked)
    if (counted.length < fewestSentences) return {}
    const average = counted.reduce((sum, { words }) => sum + words, 0) / counted.length
    const hardness = counted.map(({ sentence, words }) => ({ sentence, words, long: longIn(checked, sentence) }))
    const share = hardness.reduce((sum, { long }) => sum + long, 0) / (average * counted.length)
    if (average < hardAverage || share < hardShare) return {}
    const hardest = hardness.reduce((most, one) => (one.long * 4 + one.words > most.long * 4 + most.words ? one : most))
    const words = Math.round(average)
    return {
      marks: [
        markAt(
          checked,
          { start: hardest.sentence.start, end: hardest.sentence.end },
          {
            check: 'reading-level',
            severity: 'tip',
            title: { nl: 'Tip: deze tekst is moeilijker dan B1', en: 'Tip: this text is harder than B1' },
            why: {
              nl: `Een zin heeft hier gemiddeld ${words} woorden. Voor B1 is dat 12 tot 15. Dit is de moeilijkste zin.`,
              en: `A sentence has ${words} words here on average. For B1 that is 12 to 15. This is the hardest one.`,
            },
          },
        ),
      ],
    }
  },
}

const longIn = ({ text }: CheckedText, { start, end }: CheckedSentence): number =>
  wordsIn(text.slice(start, end)).filter((word) => word.length >= longWord && !word.includes('-')).length
