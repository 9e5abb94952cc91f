import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryOffering, arbitraryProgramme } from '../../../test/worlds/arbitrary-training.ts'
import { contentOf } from './content.ts'
import type { DeskContent } from './desk-programme.ts'
import { mergedContent } from './merge.ts'

const ids = ['schakel:skill/sql', 'schakel:skill/java']
const content = fc
  .tuple(arbitraryProgramme(ids), arbitraryOffering('o1'), arbitraryOffering('o2'), fc.integer({ min: 0, max: 2 }))
  .map(([programme, first, second, many]) => contentOf(programme, [first, second].slice(0, many), true))
const maybe = fc.option(content, { nil: undefined })

/** Whether two contents say the same, in whatever order their fields and offerings stand. */
const sorted = ({ offerings, ...rest }: DeskContent) => ({
  ...rest,
  offerings: offerings.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
})
const same = (a: DeskContent, b: DeskContent): void => expect(sorted(a)).toEqual(sorted(b))

describe('a file over a programme', () => {
  test('follows the file where nothing was set by hand', () => {
    fc.assert(
      fc.property(content, content, (base, theirs) => {
        const { content: merged, own } = mergedContent(base, base, theirs)
        expect(own).toEqual([])
        same(merged, theirs)
      }),
    )
  })

  test('leaves everything where the file says what it said before', () => {
    fc.assert(
      fc.property(content, content, (base, mine) => {
        const { content: merged, changes } = mergedContent(base, mine, base)
        expect(changes).toEqual([])
        same(merged, mine)
      }),
    )
  })

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(maybe, content, content, (base, mine, theirs) => {
        const first = mergedContent(base, mine, theirs)
        const second = mergedContent(theirs, first.content, theirs)
        expect(second.changes).toEqual([])
        same(second.content, first.content)
      }),
    )
  })

  test('leaves what was set by hand, and takes it where somebody chooses so', () => {
    fc.assert(
      fc.property(content, content, content, (base, mine, theirs) => {
        const kept = mergedContent(base, mine, theirs)
        const taken = mergedContent(base, mine, theirs, new Set(kept.own.map(({ field }) => field)))
        expect(taken.own).toEqual([])
        // What then still differs from the file, the file never said anything of.
        const left = mergedContent(theirs, taken.content, theirs)
        for (const { after } of left.own) expect(after).toBeUndefined()
        // Each field that was set by hand stands as it was: taking the file in its place is a change of it.
        for (const { field, before } of kept.own) {
          const [other] = mergedContent(mine, kept.content, mine).own.filter((one) => one.field === field)
          expect({ field, differs: other }).toEqual({ field, differs: undefined })
          expect(before === undefined || before !== null).toBe(true)
        }
      }),
    )
  })

  const offering = (id: string, feeEuro: number) => ({
    id,
    facts: { online: true, feeEuro, funding: [], rolling: true, starts: [] },
  })
  const base: DeskContent = {
    ...{ title: { nl: 'Linux' }, description: { nl: 'Je leert Linux.' }, admission: [], outcomes: [], prerequisites: [] },
    facts: { form: 'course', weeks: 10 },
    offerings: [offering('o1', 500), offering('o2', 600)],
  }

  test('worked out by hand: each field by itself, an offering that went with its own price stays', () => {
    const mine: DeskContent = {
      ...base,
      title: { nl: 'Linux', en: 'Linux' },
      facts: { form: 'course', weeks: 12 },
      offerings: [offering('o1', 450), offering('o2', 600)],
    }
    const theirs: DeskContent = {
      ...base,
      title: { nl: 'Linux!' },
      facts: { form: 'bootcamp', weeks: 11 },
      offerings: [offering('o3', 1)],
    }
    expect(mergedContent(base, mine, theirs)).toEqual({
      content: {
        ...base,
        title: { nl: 'Linux!', en: 'Linux' },
        facts: { form: 'bootcamp', weeks: 12 },
        offerings: [offering('o1', 450), offering('o3', 1)],
      },
      changes: [
        { field: 'title.nl', before: 'Linux', after: 'Linux!' },
        { field: 'facts.form', before: 'course', after: 'bootcamp' },
        { field: 'offering/o2', before: offering('o2', 600) },
        { field: 'offering/o3', after: offering('o3', 1) },
      ],
      own: [
        { field: 'facts.weeks', before: 12, after: 11 },
        { field: 'offering/o1', before: offering('o1', 450) },
      ],
    })
  })

  test('what was read and waits for a yes comes beside what is there, and what was taken away does not come back', () => {
    const read = (id: string) => ({
      skill: `schakel:skill/${id}`,
      level: 2 as const,
      from: 'text' as const,
      words: id,
      isConfirmed: false,
    })
    const sure = (id: string) => ({ ...read(id), from: 'stated' as const, isConfirmed: true })
    const was = { ...base, outcomes: [read('sql'), read('java')] }
    const mine = { ...base, outcomes: [sure('sql')] }
    expect(mergedContent(was, mine, was)).toEqual({ content: mine, changes: [], own: [] })
    const now = { ...base, outcomes: [read('sql'), read('java'), read('linux')] }
    expect(mergedContent(was, mine, now)).toEqual({
      content: { ...base, outcomes: [sure('sql'), read('linux')] },
      changes: [{ field: 'outcomes.read', after: [read('linux')] }],
      own: [],
    })
  })

  test('of a programme that no file brought, all that stands there was set by hand', () => {
    const { own, content: merged } = mergedContent(undefined, base, {
      ...base,
      facts: { form: 'course', weeks: 9, award: 'Bewijs' },
    })
    expect(own).toEqual([{ field: 'facts.weeks', before: 10, after: 9 }])
    expect(merged.facts).toEqual({ form: 'course', weeks: 10, award: 'Bewijs' })
  })
})
