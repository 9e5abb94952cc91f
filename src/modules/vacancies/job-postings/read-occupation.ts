import { readOccupations } from '../../../engine/reading/index.ts'
import { conceptOf } from '../../skills/index.ts'
import type { PostingContext } from './posting-context.ts'
import { firstText, isObject, type JsonObject, textOf, valuesOf } from './posting-fields.ts'

const isco = /^\s*(?:isco(?:[-\s]?08)?\s*[:\s-]*)?C?([0-9]{4})(?:\.\d+)*(?![\d-])/i
const onet = /(?<!\d)(\d{2}-\d{4}(?:\.\d{2})?)(?!\d)/

/**
 * The occupation: named by its id or code where that leads to one, else by the longest occupation in the category or the title. A
 * code that several occupations share is decided by the title, or not at all. Where nothing names one, what the title most likely means.
 */
export function readOccupation(posting: JsonObject, title: string, context: PostingContext): string | undefined {
  const categories = [
    ...valuesOf(posting, 'occupationalCategory'),
    ...valuesOf(posting, 'relevantOccupation').flatMap((one) => [...valuesOf(one, 'occupationalCategory'), one]),
  ]
  const titled = longestOccupation(title, context)
  const coded = categories.flatMap((category) => byCode(category, context))
  if (titled !== undefined && coded.includes(titled)) return titled
  const [only, ...others] = [...new Set(coded)]
  if (only !== undefined && others.length === 0) return only
  if (titled !== undefined) return titled
  for (const category of categories) {
    const named = longestOccupation(textOf(category) ?? '', context)
    if (named !== undefined) return named
  }
  const [meant] = context.readSkills(title, { of: 'title' })
  return meant && conceptOf(context.catalogue, meant)
}

function longestOccupation(text: string, { dictionary, catalogue }: PostingContext): string | undefined {
  const [longest] = readOccupations(dictionary, text).sort((a, b) => b.end - b.start - (a.end - a.start))
  return longest && conceptOf(catalogue, longest)
}

function byCode(category: unknown, { catalogue, occupationsByCode }: PostingContext): string[] {
  const said = isObject(category)
    ? ['@id', 'codeValue', 'termCode', 'url', 'sameAs', 'identifier'].flatMap((name) => firstText(category, name) ?? [])
    : [textOf(category) ?? '']
  return said.flatMap((code) => {
    const concept = catalogue.find(code.trim())
    if (concept?.type === 'occupation') return [catalogue.standsFor(concept.id)]
    const number = isco.exec(code)?.[1]
    if (number !== undefined) return [...(occupationsByCode.get(`isco ${number}`) ?? [])]
    const american = onet.exec(code)?.[1]
    return american === undefined ? [] : [...(occupationsByCode.get(`onet ${american}`) ?? [])]
  })
}
