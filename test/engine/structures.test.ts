/** The tables of `docs/engine/structures.md` are what the structures hold of the hand-worked world. */
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { EditionBuilder, EditionReader } from '../../src/engine/editions/index.ts'
import { buildMarket, creditsOf, judge, type Person } from '../../src/engine/matching/index.ts'
import { standingOf } from '../../src/engine/matching/standing.ts'
import { viewOf } from '../../src/engine/matching/view.ts'
import { compileCourses, numberOfferings } from '../../src/engine/planning/courses.ts'
import { PeopleIndex } from '../../src/engine/pool/index.ts'
import { buildGraph } from '../../src/engine/taxonomy/index.ts'
import { handWorkedPeople, handWorkedPool, handWorkedWorld as world } from '../worlds/hand-worked-world.ts'

const file = new URL('../../docs/engine/structures.md', import.meta.url)

const graph = buildGraph(world.skills, world.occupations, world.settings.transfer)
const { transfer } = world.settings
const market = buildMarket({ graph, transfer, context: world.settings, vacancies: world.vacancies })
numberOfferings(market, world.offerings)
const courses = compileCourses(market, world.offerings)
const { columns, values, kinds, demands } = market
const [p1] = handWorkedPeople as readonly [Person]
const view = viewOf(market, p1)
const rows = Array.from({ length: columns.size }, (_, row) => row)

const table = (headers: readonly string[], lines: readonly (readonly unknown[])[]): string =>
  [headers, headers.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const silent = (value: number | undefined, silence: number): unknown => (value === silence ? '-' : value)
const kindsOf = (row: number): number[] => [
  ...columns.requirements.subarray(columns.requirementStart[row], columns.requirementStart[row + 1]),
]
const demandName = (number: number): string => {
  const { concept, need, evidence } = demands.get(number)
  return `${graph.idOf(concept)} ${need}${evidence === 1 ? ' evidenced' : ''}`
}
const stateNames = ['holds', 'unknown', 'does not']
const stateOf = (states: Uint8Array): string => [...states].map((state) => stateNames[state]).join(', ')

const blocks: Readonly<Record<string, () => string>> = {
  columns: () =>
    table(
      [
        'row',
        'id',
        'place',
        'shift',
        'wage',
        'languages',
        'papers',
        'start',
        'latest',
        'reach',
        'kinds',
        'essentials',
        'weights',
      ],
      rows.map((row) => [
        row,
        market.idOf(row),
        columns.place[row],
        columns.shift[row],
        `${columns.wageMin[row]}-${columns.wageMax[row]}`,
        columns.languages[row],
        columns.papers[row],
        silent(columns.startFrom[row], -32768),
        silent(columns.latestStart[row], -32768),
        columns.reach[row],
        kindsOf(row).join(' '),
        columns.essentials[row],
        columns.weights[row],
      ]),
    ),
  values: () =>
    table(
      ['dictionary', 'values, from number 1 on'],
      (['places', 'shifts', 'languages', 'papers', 'reaches'] as const).map((name) => [
        name,
        values[name].list.map((value) => JSON.stringify(value).replaceAll('"', '')).join(' '),
      ]),
    ),
  kinds: () =>
    table(
      ['kind', 'says', 'weight', 'demand', 'of P1: gain', 'missing'],
      kinds.list.map(({ requirement, demand, weight, essential }, kind) => {
        const { metLow, metHigh, creditLow } = view.assessment
        const missing = essential
          ? [metLow[demand] ? '' : 'low', metHigh[demand] ? '' : 'high'].filter(Boolean).join(' and ')
          : ''
        const { skill, level, evidence } = requirement
        const says = [skill, level, evidence, requirement.weight].filter((part) => part !== undefined).join(' ')
        return [kind, says, weight, `${demand}: ${demandName(demand)}`, weight * (creditLow[demand] ?? 0), missing || '-']
      }),
    ),
  gifts: () =>
    table(
      ['who knows', 'counts for', 'credit of 1200', 'proves it'],
      ['postgresql', 'sql', 'java', 'monitoring'].flatMap((skill) => {
        const { start, demand, kinship, proves } = market.gifts
        const concept = graph.numberOf(skill)
        const entries = Array.from(
          { length: (start[concept + 1] ?? 0) - (start[concept] ?? 0) },
          (_, at) => (start[concept] ?? 0) + at,
        )
        return entries.map((at) => [skill, demandName(demand[at] ?? 0), kinship[at], proves[at] === 1 ? 'yes' : 'no'])
      }),
    ),
  states: () =>
    table(
      ['states of P1', 'silent, then numbers 1 and on'],
      [
        ['place', stateOf(view.states.place)],
        ['shift', stateOf(view.states.shift)],
        ['languages', stateOf(view.states.languages)],
        ['papers', stateOf(view.states.papers.byNumber)],
      ],
    ),
  standing: () => {
    const standing = standingOf(market, view.states)
    const at = new Map([...standing.rows].map((row, place) => [row, place]))
    return table(
      ['row', 'id', 'stands', 'start', 'fit, low', 'essentials missing'],
      rows.map((row) => {
        const place = at.get(row)
        const vacancy = market.at(row)
        const missing = judge(market, view, vacancy).conditions.filter(({ key }) => key.startsWith('skill:'))
        const of = creditsOf(market, view, vacancy, []).reduce((sum, { low, weight }) => {
          return sum + low * { essential: 4, important: 2, somewhat: 1 }[weight]
        }, 0)
        const said = missing.map(({ key, state }) => `${key.slice('skill:'.length)}${state === 'unknown' ? '?' : ''}`)
        if (place === undefined) return [row, market.idOf(row), 'no', '', '', '']
        const late = standing.late[place] === 1 ? 'too late' : 'in time'
        return [
          row,
          market.idOf(row),
          standing.unsure[place] === 1 ? 'in high' : 'yes',
          late,
          `${of} / ${vacancy.fitOutOf}`,
          said.join(', ') || '-',
        ]
      }),
    )
  },
  contents: () =>
    table(
      ['content', 'offerings', 'meets', 'gives credit to', 'asks first'],
      courses.contents.map(({ index, credits, teaches, asks }) => [
        index,
        courses.list
          .filter(({ content }) => content.index === index)
          .map(({ offering }) => offering.id)
          .join(' '),
        [...teaches.list].map(demandName).join(', '),
        [...credits.demands.list]
          .filter((demand) => !teaches.has(demand))
          .map((demand) => `${demandName(demand)} (${credits.of(demand)})`)
          .join(', ') || '-',
        asks.map(demandName).join(', ') || '-',
      ]),
    ),
  edition: () => {
    const builder = new EditionBuilder({ skills: world.skills, occupations: world.occupations }, world.settings)
    builder.addVacancies(world.vacancies)
    builder.addOfferings(world.offerings)
    const keeper = builder.done()
    const reader = new EditionReader(keeper.whole())
    const v4 = world.vacancies.find(({ id }) => id === 'V4')
    if (!v4) throw new Error('there is a V4')
    const v7 = { ...v4, id: 'V7', place: [52.16, 5.39] as const, hours: [8, 16] as const }
    const next = keeper.change({ vacancies: { put: [{ ...v4, wageCents: [2300, 2600] }, v7], removed: ['V2'] } })
    reader.take(next)
    const { size, place, wageMin, shift, rank } = next.columns
    return [
      table(
        ['row', 'id', 'place', 'shift', 'wage from', 'rank'],
        Array.from({ length: size }, (_, row) => [row, idAt(next.columns, row), place[row], shift[row], wageMin[row], rank[row]]),
      ),
      '',
      `New words: shift ${next.words.from.values.shifts + 1} is ${JSON.stringify(next.words.values.shifts.list[0]).replaceAll('"', '')}.`,
    ].join('\n')
  },
  people: () => {
    const [segment] = new PeopleIndex(market, handWorkedPool).segments
    if (!segment) throw new Error('there is a segment')
    const { ids, blocks, claimStart, claimConcept, few } = segment
    const blockOf = (row: number): number => [...blocks.start].findLastIndex((start) => start <= row)
    return table(
      ['row', 'id', 'block', 'at', 'answered few', 'claims'],
      Array.from({ length: segment.size }, (_, row) => {
        const at = blockOf(row)
        const claims = [...claimConcept.subarray(claimStart[row], claimStart[row + 1])].map((concept) => graph.idOf(concept))
        const id = String.fromCharCode(...ids.units.subarray(ids.start[row], ids.start[row + 1]))
        return [row, id, at, `${blocks.at[2 * at]} ${blocks.at[2 * at + 1]}`, few[row] === 1 ? 'yes' : 'no', claims.join(' ')]
      }),
    )
  },
}

function idAt({ ids }: typeof columns, row: number): string {
  return String.fromCharCode(...ids.units.subarray(ids.start[row], ids.start[row + 1]))
}

/** A block stands between `<!-- name -->` and `<!-- end -->`. */
const between = (name: string): RegExp => new RegExp(`<!-- ${name} -->\\n([\\s\\S]*?)\\n<!-- end -->`)

/** `SCHAKEL_WRITE_DOCS=1` puts the tables in. */
if (process.env.SCHAKEL_WRITE_DOCS) {
  let text = readFileSync(file, 'utf8')
  for (const [name, render] of Object.entries(blocks))
    text = text.replace(between(name), () => `<!-- ${name} -->\n${render()}\n<!-- end -->`)
  writeFileSync(file, text)
}

test.each(Object.keys(blocks))('the page shows what there is: %s', (name) => {
  expect(between(name).exec(readFileSync(file, 'utf8'))?.[1]).toBe(blocks[name]?.())
})
