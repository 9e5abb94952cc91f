/** For tests: what a taxonomy says, read the slow and obvious way: every question looks through all statements. */
import { dct, deprecated, rdfType, type Statement, type StatementText, skos } from './small-taxonomy.ts'

const relations: readonly (readonly [name: string, property: string])[] = [
  ['broader', skos('broader')],
  ['related', skos('related')],
  ['exact', skos('exactMatch')],
  ['close', skos('closeMatch')],
  ['broadMatch', skos('broadMatch')],
  ['narrowMatch', skos('narrowMatch')],
  ['relatedMatch', skos('relatedMatch')],
]

/** The same lines as `linesOf` gives, for statements about plain skills. */
export function slowRead(statements: readonly Statement[]): Record<string, string[]> {
  const nodes = (subject: string, property: string): string[] =>
    unique(statements.flatMap(([s, p, o]) => (s === subject && p === property && typeof o === 'string' ? [o] : [])))
  const from = (property: string, object: string): string[] =>
    unique(statements.flatMap(([s, p, o]) => (o === object && p === property ? [s] : [])))
  const texts = (subject: string, property: string): StatementText[] =>
    statements.flatMap(([s, p, o]) => (s === subject && p === property && typeof o !== 'string' ? [o] : []))
  const tagged = (subject: string, property: string): string[] =>
    unique(texts(subject, property).map(({ text, language }) => `${(language ?? 'und').toLowerCase()}\u0000${text}`)).sort()
  // Without any class, its place among others makes it a concept.
  const isMeant = (s: string): boolean =>
    nodes(s, rdfType).includes(skos('Concept')) ||
    (nodes(s, rdfType).length === 0 && ['broader', 'topConceptOf'].some((name) => nodes(s, skos(name)).length > 0))
  const concepts = unique(statements.map(([s]) => s)).filter((s) => isMeant(s) && tagged(s, skos('prefLabel')).length > 0)
  const isConcept = (id: string): boolean => concepts.includes(id)
  const successor = (s: string): string | undefined =>
    [...nodes(s, dct('isReplacedBy')), ...from(dct('replaces'), s)].filter((one) => one !== s).sort()[0]
  const isObsolete = (s: string): boolean => texts(s, deprecated).length > 0 || successor(s) !== undefined
  const above = (s: string): string[] =>
    unique([...nodes(s, skos('broader')), ...from(skos('narrower'), s)]).filter((one) => one !== s && isConcept(one))
  const reaches = (start: string, end: string): boolean => {
    const seen = new Set<string>()
    const look = (at: string): boolean => at === end || (!seen.has(at) && Boolean(seen.add(at)) && above(at).some(look))
    return look(start)
  }
  const said = (s: string, name: string, property: string): string[] =>
    (name === 'broader' ? unique([...nodes(s, property), ...from(skos('narrower'), s)]) : nodes(s, property)).filter(
      (t) => t !== s,
    )
  const clashes = (s: string, name: string, target: string): boolean => {
    const all = relations.filter(([one, property]) => said(s, one, property).includes(target)).map(([one]) => one)
    if (name === 'exact') return ['broadMatch', 'narrowMatch', 'relatedMatch'].some((one) => all.includes(one))
    if (name === 'broadMatch') return all.includes('exact') || all.includes('narrowMatch')
    if (name === 'narrowMatch') return all.includes('exact') || all.includes('broadMatch')
    return name === 'relatedMatch' && all.includes('exact')
  }
  const equals = (s: string): string[] => said(s, 'exact', skos('exactMatch')).filter((t) => !clashes(s, 'exact', t))
  const pairs = concepts.flatMap((s) => equals(s).map((t) => [s, t] as const))
  const classOf = (s: string): string[] => {
    const members = [s]
    for (const member of members) {
      for (const [a, b] of pairs) {
        if (a === member && !members.includes(b)) members.push(b)
        if (b === member && !members.includes(a)) members.push(a)
      }
    }
    return members
  }
  const contradicts = (s: string): boolean => classOf(s).filter((one) => isConcept(one) && !isObsolete(one)).length > 1
  const holds = (s: string, name: string, t: string): boolean => {
    if (name === 'broader') return isConcept(t) && !reaches(t, s)
    if (name === 'related') return isConcept(t)
    return !clashes(s, name, t) && !(name === 'exact' && contradicts(s))
  }
  const labelLines = (s: string): string[] => {
    const preferred = tagged(s, skos('prefLabel')).filter((one, at, all) => all.findIndex((two) => tag(two) === tag(one)) === at)
    const alternative = tagged(s, skos('altLabel')).filter((one) => !preferred.includes(one))
    const hidden = tagged(s, skos('hiddenLabel')).filter((one) => !preferred.includes(one) && !alternative.includes(one))
    const lines = (kind: string, all: string[]): string[] => all.map((one) => `${tag(one)} ${kind} ${text(one)}`)
    return [...lines('preferred', preferred), ...lines('alternative', alternative), ...lines('hidden', hidden)].sort()
  }
  const known = (s: string | undefined): string[] => (s !== undefined && isConcept(s) ? [`replaced by ${s}`] : [])
  return Object.fromEntries(
    concepts.map((s) => [
      s,
      [
        `skill capability ${isObsolete(s) ? 'obsolete' : 'current'}`,
        ...known(successor(s)),
        ...labelLines(s),
        ...tagged(s, skos('definition')).map((one) => `definition ${tag(one)} ${text(one)}`),
        ...unique(texts(s, skos('notation')).map((one) => `notation ${one.text}`)).sort(),
        ...relations
          .flatMap(([name, property]) =>
            said(s, name, property)
              .filter((t) => holds(s, name, t))
              .map((t) => `${name} ${t}`),
          )
          .sort(),
        ...unique([...nodes(s, skos('topConceptOf')), ...from(skos('hasTopConcept'), s)])
          .sort()
          .map((one) => `top of ${one}`),
      ],
    ]),
  )
}

const unique = (all: readonly string[]): string[] => [...new Set(all)]
const tag = (one: string): string => one.split('\u0000')[0] ?? ''
const text = (one: string): string => one.split('\u0000')[1] ?? ''
