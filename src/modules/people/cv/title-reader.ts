import { fold, words } from '../../../engine/text/index.ts'
import type { Catalogue, SearchHit } from '../../skills/index.ts'
import { chooseConcept } from './choose-concept.ts'
import { commonTitle } from './common-title.ts'
import type { ConceptFinder, FoundSkill } from './concept-finder.ts'

interface FoundOccupation {
  readonly concepts: readonly string[]
  readonly label: string
  readonly start: number
  readonly end: number
}

interface TitleParts {
  readonly catalogue: Catalogue
  readonly occupationsIn: (title: string) => FoundOccupation[]
  readonly skillsIn: (title: string) => FoundSkill[]
}

const mostLetters = 100
const mostWords = 10
/** Searching takes some milliseconds: nobody has had so many jobs. */
const mostTitlesKept = 500

/** Somebody who learns an occupation, helps with it or speaks about it does not have it. */
const otherRole =
  /\b(?:stagiaire?|stage|intern|internship|leerling|in opleiding|student|trainee|assist(?:ent|ente|ant|entie)|aspirant|adjunct|hulp|vrijwilliger|volunteer)\b/
/** May stand before the name of an occupation without making it another one. */
const mayPrecede = new Set(
  'junior medior senior lead principal sr jr chief eerste tweede zelfstandig zelfstandige freelance zzp interim technisch technical ervaren allround all round ict it parttime fulltime part full time'.split(
    ' ',
  ),
)
/** Behind it these make it another one: `systeembeheerder recruiter`. */
const otherWork =
  /\b(?:recruiter|manager|coach|trainer|docent|teacher|consultant|verkoper|sales|assistant|assistent|officer|planner|coordinator|adviseur)\b/

/** Reads titles of jobs. Being wrong here would make the person out to have all skills of an occupation, so doubt means none. */
export function createTitleReader(parts: TitleParts): Pick<ConceptFinder, 'exactOccupation' | 'occupationOf'> {
  const kept = new Map<string, string | undefined>()
  const { catalogue } = parts
  const exactOccupation = (title: string): string | undefined =>
    exactOf(catalogue, title) ?? exactOf(catalogue, commonTitle(title, catalogue))
  const readOf = (title: string): string | undefined =>
    exactOccupation(title) ?? exactPiece(title, exactOccupation) ?? insideOf(parts, title) ?? nearlyOf(catalogue, title)
  return {
    exactOccupation,
    occupationOf(title) {
      const key = title.trim()
      if (!isTitle(key)) return undefined
      if (kept.has(key)) return kept.get(key)
      // Women's forms of a title too: as it is written first.
      const found = readOf(key) ?? readOf(commonTitle(key, catalogue))
      if (kept.size >= mostTitlesKept) kept.clear()
      kept.set(key, found)
      return found
    },
  }
}

function isTitle(title: string): boolean {
  return title !== '' && title.length <= mostLetters && words(title).length <= mostWords
}

function search(catalogue: Catalogue, title: string): readonly SearchHit[] {
  return catalogue.search(title, { language: 'nl', type: 'occupation', limit: 10 })
}

/** All concepts with this label, the surest first; each hit is a concept with what equals it. */
function exactOf(catalogue: Catalogue, title: string): string | undefined {
  if (!isTitle(title)) return undefined
  const hits = search(catalogue, title).filter(({ how }) => how === 'exact')
  const choices = hits.map(({ concept, matched }) => chooseConcept(catalogue, catalogue.equals(concept.id), matched))
  const sure = choices.find(({ by }) => by === 'starter') ?? choices.find(({ by }) => by === 'preferred')
  if (sure) return sure.concept
  return choices.length === 1 && saysEnough(title) ? choices[0]?.concept : undefined
}

/** `Manager` and `specialist` are other names of something in a large taxonomy, and mean nothing; `CEO` and `groepsleidster` do. */
function saysEnough(title: string): boolean {
  return words(title).length > 1 || /^\p{Lu}{2,5}$/u.test(title.trim()) || title.trim().length >= longWord
}

const longWord = 13

/** `CEO/President`, `Front-end developer & UX designer`: the first part that is exactly an occupation. */
function exactPiece(title: string, exact: (piece: string) => string | undefined): string | undefined {
  const pieces = title.split(/\s*[/|,&()]\s*|\s+(?:en|and)\s+/)
  if (pieces.length < 2 || otherRole.test(fold(title))) return undefined
  for (const piece of pieces) {
    const found = exact(piece)
    if (found !== undefined) return found
  }
  return undefined
}

/** `Senior systeembeheerder Linux`, `Java software engineer`: the occupation, with only a level or a skill before it. */
function insideOf({ catalogue, occupationsIn, skillsIn }: TitleParts, title: string): string | undefined {
  const [longest] = occupationsIn(title).sort((a, b) => b.end - b.start - (a.end - a.start))
  if (!longest) return undefined
  const ahead = title.slice(0, longest.start)
  const rest = fold(`${ahead} / ${title.slice(longest.end)}`)
  if (otherRole.test(rest) || otherWork.test(rest) || /^[-'’\p{L}]/u.test(title.slice(longest.end))) return undefined
  const skills = skillsIn(title)
  const withoutSkills = skills.reduceRight(
    (left, { start, end }) => (end <= longest.start ? left.slice(0, start) + left.slice(end) : left),
    ahead,
  )
  if (!words(withoutSkills).every((word) => mayPrecede.has(word))) return undefined
  const { concept, by, isOnly } = chooseConcept(catalogue, longest.concepts, longest.label)
  return by !== 'other' || (isOnly && saysEnough(longest.label)) ? concept : undefined
}

/** The same words in another order, or with another ending, when only one occupation has them. */
function nearlyOf(catalogue: Catalogue, title: string): string | undefined {
  const asked = words(title)
  const near = search(catalogue, title).filter(({ how, matched }) => {
    const has = words(matched)
    if (has.length !== asked.length) return false
    if (how === 'word') return asked.length > 1 && [...asked].sort().join(' ') === [...has].sort().join(' ')
    return how === 'prefix' && has.join('').length - asked.join('').length <= longestEnding
  })
  const concepts = new Set(near.map(({ concept }) => catalogue.standsFor(concept.id)))
  return concepts.size === 1 ? [...concepts][0] : undefined
}

const longestEnding = 2
