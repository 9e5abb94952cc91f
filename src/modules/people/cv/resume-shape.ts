import { z } from 'zod'
import { Invalid } from '../../../platform/index.ts'
import { momentOfIso } from './periods.ts'

const mostEntries = 500
const mostLetters = 200_000

const text = z.string('must be text')
const date = text.refine(
  (value) => value.trim() === '' || momentOfIso(value.trim()) !== undefined,
  'must be a date as 2019-09-01, 2019-09 or 2019',
)
const list = <T extends z.ZodType>(item: T, what: string): z.ZodOptional<z.ZodArray<T>> =>
  z.array(item, `must be a list of ${what}`).max(mostEntries, `has more than ${mostEntries} entries`).optional()
const entry = <T extends z.ZodRawShape>(shape: T): z.ZodObject<T> => z.object(shape, 'must be an object, as { … }')

const work = {
  position: text.optional(),
  /** Ours: the ESCO address of the occupation, where a Europass file gives it. */
  esco: text.optional(),
  summary: text.optional(),
  highlights: list(text, 'texts'),
  startDate: date.optional(),
  endDate: date.optional(),
}

/**
 * What is read of a JSON Resume (jsonresume.org, v1.0.0). All else is tolerated and never looked at: no name, address or photo is in this
 * schema, so none can be read.
 */
const resume = entry({
  basics: entry({ label: text.optional(), summary: text.optional() }).optional(),
  work: list(entry(work), 'jobs'),
  volunteer: list(entry({ summary: text.optional(), highlights: list(text, 'texts') }), 'voluntary jobs'),
  education: list(
    entry({
      area: text.optional(),
      studyType: text.optional(),
      startDate: date.optional(),
      endDate: date.optional(),
      courses: list(text, 'texts'),
    }),
    'educations',
  ),
  certificates: list(entry({ name: text.optional() }), 'certificates'),
  skills: list(
    entry({ name: text.optional(), level: text.optional(), keywords: list(text, 'words'), esco: text.optional() }),
    'skills',
  ),
  languages: list(entry({ language: text.optional(), fluency: text.optional() }), 'languages'),
  projects: list(
    entry({ description: text.optional(), highlights: list(text, 'texts'), keywords: list(text, 'words') }),
    'projects',
  ),
})

export type Resume = z.infer<typeof resume>

/** What stands in a resume and is not read, by place: only the names of the fields. */
export function unreadPlaces(json: unknown): string[] {
  if (typeof json !== 'object' || json === null) return []
  const basics = Object.entries(Object.getOwnPropertyDescriptors(json)).find(([name]) => name === 'basics')?.[1].value
  const inBasics =
    typeof basics === 'object' && basics !== null
      ? Object.keys(basics).flatMap((name) => (name === 'label' || name === 'summary' ? [] : [`basics.${name}`]))
      : []
  const outside = Object.keys(json).filter((name) => !(name in resume.shape) && name !== '$schema' && name !== 'meta')
  return [...inBasics, ...outside]
}

/** @throws Invalid, naming every place that cannot be used: `skills[2].keywords must be a list of words`. */
export function parseResume(json: unknown): Resume {
  const parsed = resume.safeParse(json)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({
      where: placeOf(path),
      message: `${placeOf(path)} ${message}`,
    }))
    const [first] = problems
    const more = problems.length > 1 ? ` And ${problems.length - 1} more.` : ''
    throw new Invalid(
      first?.where ?? 'resume',
      `This is no JSON Resume (jsonresume.org) that can be read: ${first?.message}.${more}`,
      problems,
    )
  }
  // A photo inside the file may be large; only what is read counts.
  if (JSON.stringify(parsed.data).length > mostLetters) throw new Invalid('resume', tooLong)
  return parsed.data
}

const tooLong = `This is more than ${mostLetters / 1000} kB of text. Leave out what is not about your work.`

/** @throws Invalid when the text of a CV is too long to read. */
export function checkCvText(cv: string): void {
  if (Buffer.byteLength(cv) > mostLetters) throw new Invalid('text', tooLong)
}

function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'resume'
  return path.reduce<string>(
    (place, part) => (typeof part === 'number' ? `${place}[${part}]` : place === '' ? String(part) : `${place}.${String(part)}`),
    '',
  )
}
