import type { Check, CheckedText, Mark, Rewrite } from '../check.ts'
import { isNotSaid } from './excuses.ts'
import { markAt } from './marks.ts'
import { createPhraseFinder } from './phrases.ts'
import { around, sentenceAt } from './sentences.ts'
import { insteadOf } from './word-check.ts'
import { listOf, type WordEntry, type Wording } from './wording.ts'

const id = 'two-jobs'

/** Of the employer's own people, of a training, or of a subject. */
const ofOthers =
  /(?<!\p{L})(?:collega['’]?s|teamgenoten|colleagues|samen met|together with|naast|een team van|team of|bestaat uit|consists of|leid je op|opleiding tot|traineeship|bootcamp|klanten|werk je met|you work with|andere|other|onze (?:\p{L}+ )?)(?!\p{L})/iu

/** `full stack trace`. */
const ofSomethingElse =
  /^\\?[ -](?:traces?|overflow|teams?|of|systemen|systems|code|onderdelen|\p{L}{0,20}ontwikkelaars|developers|engineers)(?!\p{L})/iu

/** Two jobs under one name. */
export function createTwoJobs(wording: Wording): Check {
  const list = listOf(wording, 'bundles')
  const find = createPhraseFinder(list.entries.flatMap((entry) => entry.words.map((words) => ({ words, value: entry }))))
  return {
    id,
    title: { nl: 'Twee banen in één', en: 'Two jobs in one' },
    sources: [{ name: list.source.name, sureness: 'own' }],
    run(checked) {
      const found = find(checked).filter((one) => {
        const { before, after } = around(checked, one)
        return (
          !isNotSaid(checked, one) &&
          !ofSomethingElse.test(after) &&
          !ofOthers.test(before) &&
          sentenceAt(checked, one.start)?.section !== 'organisation'
        )
      })
      // Once is enough: the second mention is the same job.
      const seen = new Set<WordEntry>()
      const first = found.filter(({ value }) => !seen.has(value) && seen.add(value))
      return { marks: first.map((one) => toMark(checked, one)) }
    },
  }
}

function toMark(checked: CheckedText, found: { readonly start: number; readonly end: number; readonly value: WordEntry }): Mark {
  const { parts } = found.value
  const words = checked.text.slice(found.start, found.end)
  const split = (language: 'nl' | 'en'): string => parts?.map((part) => part[language]).join('; ') ?? ''
  const mark = markAt(
    checked,
    found,
    {
      check: id,
      severity: 'shutsOut',
      ...(parts
        ? {
            title: { nl: `‘${words}’: dit zijn twee banen in één`, en: `‘${words}’: these are two jobs in one` },
            why: {
              nl: `Weinig mensen kunnen allebei. De twee: ${split('nl')}. Kies er één, of maak twee vacatures.`,
              en: `Few people can do both. The two: ${split('en')}. Choose one, or make two vacancies.`,
            },
          }
        : {
            title: { nl: `‘${words}’: dit is meer dan één baan`, en: `‘${words}’: this is more than one job` },
            why: {
              nl: 'Weinig mensen kunnen alles. Zeg wat iemand de meeste tijd doet.',
              en: 'Few people can do everything. Say what somebody does most of the time.',
            },
          }),
    },
    inOrderOf(words, insteadOf(checked, found, found.value)),
  )
  return parts ? { ...mark, parts } : mark
}

/** The job that is named first is the first to keep. */
function inOrderOf(words: string, rewrites: readonly Rewrite[]): Rewrite[] {
  const place = ({ replacement }: Rewrite): number => words.toLowerCase().indexOf(replacement.toLowerCase())
  return rewrites.toSorted((a, b) => place(a) - place(b))
}
