import type { DateText } from '../../platform/index.ts'
import type { Catalogue } from '../skills/index.ts'
import { toJobPosting } from '../vacancies/index.ts'
import type { TextRead } from './read-text.ts'
import { bodyOf } from './vacancy-text.ts'

export interface VacancyExports {
  /** schema.org JobPosting (JSON-LD), as `schakel import vacancies` reads it. */
  readonly jobPosting: Readonly<Record<string, unknown>>
  /** The text, with a line end at its end. */
  readonly plainText: string
}

/** What was read of a text, to be published elsewhere. It has no number of ours: an employer's own system gives it one. */
export function exportsOf({ checked, vacancy: { vacancy } }: TextRead, catalogue: Catalogue, today: DateText): VacancyExports {
  const language = checked.language
  const name = (id: string): string => catalogue.label(id, language)
  const record = {
    ...vacancy,
    description: bodyOf(checked.text, checked.title),
    id: '',
    state: 'published',
    demo: false,
    source: '',
    publishedOn: today,
  } as const
  const { identifier: _none, ...jobPosting } = toJobPosting(record, { skill: name, occupation: name })
  return { jobPosting, plainText: `${checked.text}\n` }
}
