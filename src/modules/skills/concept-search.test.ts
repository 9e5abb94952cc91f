import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance, words } from '../../engine/text/index.ts'
import { createConceptSearch, type How, type SearchEntry, type SearchOptions, type SearchRow, squeeze } from './concept-search.ts'
import { typosAllowed } from './sought-word.ts'

/** The slow, obviously right search: looks at every label, then sorts. */
function slowSearch(rows: readonly SearchRow[], entries: readonly SearchEntry[], query: string, options: SearchOptions) {
  const asked = words(query).slice(0, 10)
  if (asked.length === 0) return []
  const matches = entries.flatMap((entry) => {
    const row = rows[entry.row]!
    if (options.type !== undefined && row.type !== options.type) return []
    const match = slowMatch(asked, words(entry.label))
    return match ? [{ entry, row, ...match }] : []
  })
  const order = ({ entry, row, tier, wrong }: (typeof matches)[number]): (number | string)[] => [
    tier,
    wrong,
    Number(entry.language !== options.language),
    Number(!row.starter),
    Number(!entry.preferred),
    entry.label.length,
    row.id,
    entry.label,
  ]
  matches.sort((a, b) => compareLists(order(a), order(b)))
  const tiers: How[] = ['exact', 'prefix', 'word', 'typo']
  const seen = new Set<number>()
  return matches
    .filter(({ entry }) => !seen.has(entry.row) && seen.add(entry.row))
    .slice(0, options.limit)
    .map(({ entry, tier }) => ({ row: entry.row, label: entry.label, how: tiers[tier]! }))
}

function slowMatch(asked: readonly string[], label: readonly string[]): { tier: number; wrong: number } | undefined {
  if (label.length === 0) return undefined
  if (squeeze(label) === squeeze(asked)) return { tier: 0, wrong: 0 }
  if (squeeze(label).startsWith(squeeze(asked))) return { tier: 1, wrong: 0 }
  let wrong = 0
  for (const word of asked) {
    const costs = label.map((other) => (other.startsWith(word) ? 0 : editDistance(word, other, typosAllowed(word))))
    const least = Math.min(...costs)
    if (least > typosAllowed(word)) return undefined
    wrong += least
  }
  return { tier: wrong === 0 ? 2 : 3, wrong }
}

function compareLists(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [at, one] of a.entries()) {
    const other = b[at]!
    if (one !== other) return one < other ? -1 : 1
  }
  return 0
}

const syllable = fc.constantFrom(
  'be',
  'heer',
  'net',
  'werk',
  'sys',
  'teem',
  'data',
  'ba',
  'se',
  'c',
  '++',
  '#',
  '.net',
  'é',
  'js',
  ' ',
  ' ',
  '-',
)
const label = fc.array(syllable, { minLength: 1, maxLength: 7 }).map((parts) => parts.join(''))
const rowsArbitrary = fc
  .array(fc.record({ type: fc.constantFrom('skill' as const, 'occupation' as const), starter: fc.boolean() }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((list) => list.map((row, at): SearchRow => ({ ...row, id: `c${(at * 7) % 11}${at}` })))
const worlds = rowsArbitrary.chain((rows) =>
  fc.record({
    rows: fc.constant(rows),
    entries: fc.array(
      fc.record({ row: fc.nat(rows.length - 1), label, language: fc.constantFrom('nl', 'en'), preferred: fc.boolean() }),
      { minLength: 10, maxLength: 40, size: 'max' },
    ),
  }),
)
/** What somebody types who is after one of the labels: a part of it, perhaps with a letter left out or two swapped. */
const slips = fc.record({
  which: fc.nat(),
  from: fc.nat(8),
  letters: fc.integer({ min: 1, max: 30 }),
  slipAt: fc.nat(20),
  slip: fc.constantFrom('none', 'drop', 'swap'),
})

function typed(
  entries: readonly SearchEntry[],
  { which, from, letters, slipAt, slip }: typeof slips extends fc.Arbitrary<infer S> ? S : never,
): string {
  const text = (entries[which % Math.max(entries.length, 1)]?.label ?? '').slice(from, from + letters)
  const before = text.slice(0, slipAt)
  const [one = '', two = ''] = text.slice(slipAt)
  if (slip === 'drop') return before + text.slice(slipAt + 1)
  return slip === 'swap' ? before + two + one + text.slice(slipAt + 2) : text
}

describe('the fast search', () => {
  test('gives what looking at every label gives, on random labels and queries with slips', () => {
    const found = { exact: 0, prefix: 0, word: 0, typo: 0 }
    fc.assert(
      fc.property(
        worlds,
        slips,
        fc.record({
          language: fc.constantFrom('nl', 'en'),
          limit: fc.integer({ min: 1, max: 6 }),
          type: fc.constantFrom('skill' as const, 'occupation' as const, 'both' as const),
        }),
        ({ rows, entries }, slip, { type, ...rest }) => {
          const query = typed(entries, slip)
          const options: SearchOptions = type === 'both' ? rest : { ...rest, type }
          const fast = createConceptSearch(rows, entries).find(query, options)
          expect(fast).toEqual(slowSearch(rows, entries, query, options))
          for (const { how } of fast) found[how]++
        },
      ),
      { numRuns: 2_000 },
    )
    // Every way of finding was looked at often enough to mean something.
    expect(Math.min(...Object.values(found))).toBeGreaterThan(100)
  })
})

describe('search', () => {
  const rows: SearchRow[] = [
    { id: 'a', type: 'skill', starter: false },
    { id: 'b', type: 'skill', starter: true },
    { id: 'c', type: 'occupation', starter: false },
  ]
  const entry = (row: number, text: string, language = 'nl', preferred = true): SearchEntry => ({
    row,
    label: text,
    language,
    preferred,
  })
  const find = (entries: SearchEntry[], query: string, options: Partial<SearchOptions> = {}) =>
    createConceptSearch(rows, entries).find(query, { language: 'nl', limit: 10, ...options })

  test('puts exact before prefix before word before typo', () => {
    const four: SearchRow[] = ['t', 'w', 'p', 'e'].map((id) => ({ id, type: 'skill', starter: false }))
    const found = createConceptSearch(four, [
      entry(0, 'pyton'),
      entry(1, 'leren Python'),
      entry(2, 'Python 3'),
      entry(3, 'Python'),
    ]).find('python', { language: 'nl', limit: 10 })
    expect(found.map(({ row, how }) => `${four[row]!.id} ${how}`)).toEqual(['e exact', 'p prefix', 'w word', 't typo'])
  })

  test('among equals the language of the site comes first, then the starter vocabulary', () => {
    expect(find([entry(0, 'security'), entry(1, 'security', 'en')], 'security').map(({ row }) => row)).toEqual([0, 1])
    expect(find([entry(0, 'security'), entry(1, 'security')], 'security').map(({ row }) => row)).toEqual([1, 0])
  })

  test.each([
    ['front end', 'front-end'],
    ['frontend', 'front-end'],
    ['nodejs', 'Node.js'],
    ['node js', 'Node.js'],
    ['net', '.NET'],
    ['creme', 'Crème'],
  ])('%s finds %s exactly', (query, text) => {
    expect(find([entry(0, text)], query)).toEqual([{ row: 0, label: text, how: 'exact' }])
  })

  test('C does not find C++ as the same thing, and a type leaves the other out', () => {
    expect(find([entry(0, 'C++')], 'c')[0]?.how).toBe('prefix')
    expect(find([entry(0, 'beheer'), entry(2, 'beheerder')], 'beheer', { type: 'occupation' }).map(({ row }) => row)).toEqual([2])
  })

  test.each(['', ' ', '--', '"'])('nothing to look for (%j) finds nothing', (query) => {
    expect(find([entry(0, 'C++')], query)).toEqual([])
  })
})
