/**
 * The whole of ESCO, with vacancies whose occupations, places and skills follow what was really asked: advertisements give how
 * often an occupation is asked and which skills stand together, CBS gives in which province work in ICT is. Read from a folder
 * that is no part of this repository; nothing of it is kept.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ConceptId } from '../../src/engine/taxonomy/index.ts'
import { diceAt } from '../dice.ts'
import { readAdvertisements } from './advertisements.ts'
import { coherentWorld } from './coherent.ts'
import { type Esco, type EscoOccupation, readEsco } from './esco.ts'
import { dutchPlaces } from './places.ts'
import { workByProvince } from './provinces.ts'
import type { Trade } from './trade.ts'
import { type RowWorld, streams, type WorldSize } from './world.ts'

/** @returns a sentence, where the data are not here */
export function realWorld(size: WorldSize, seed: number, folder: string | undefined): RowWorld | string {
  const needed = ['esco-en-1.1.1', 'esco-nl-1.1', 'ads/ads-sample.jsonl', 'figures', 'regions']
  if (folder === undefined || folder === '')
    return 'The world "real" needs SCHAKEL_SHARED_DATA: the folder with ESCO and advertisements.'
  const missing = needed.filter((path) => !existsSync(join(folder, path)))
  if (missing.length > 0) return `The world "real" needs ${missing.join(', ')} in SCHAKEL_SHARED_DATA (${folder}).`

  const { skills, occupations, asked, together } = readOnce(folder)
  const trades = tradesOf(seed, occupations, asked)
  const sets = Map.groupBy(together, ({ occupation }) => occupation)
  const anywhere = together.map((one) => one.skills)
  return coherentWorld({
    ...{ name: 'real', size, seed, skills, trades },
    places: dutchPlaces(workByProvince(folder)),
    basics: mostAsked(anywhere, 40),
    askedTogether: (trade) => sets.get(trade.id)?.map((one) => one.skills) ?? (trade.ict ? anywhere : []),
  })
}

type Read = Pick<Esco, 'skills' | 'occupations'> & ReturnType<typeof readAdvertisements>

const read = new Map<string, Read>()

/** The files take seconds to read and do not change while a program runs. */
function readOnce(folder: string): Read {
  const known = read.get(folder)
  if (known) return known
  const { skills, occupations, labels } = readEsco(folder)
  const fresh = { skills, occupations, ...readAdvertisements(folder, labels, occupations) }
  read.set(folder, fresh)
  return fresh
}

/** ISCO groups 25 and 35, and 133 and 2166 with what they share: ICT professionals, technicians, managers. */
const ictGroups = /^(25|35|133|2166|2434|7422)/
const vacancyShareOfIct = 0.92
const peopleShareOfIct = 0.65
/** Every occupation is asked now and then, although no advertisement of the sample did. */
const seldom = 0.25
/** ISCO's major group tells the usual level of work, and that about what it pays (gross cents an hour). */
const levelOf: Readonly<Record<string, number>> = { 0: 4, 1: 6, 2: 6, 3: 5, 4: 3, 5: 3, 6: 3, 7: 3, 8: 2, 9: 2 }

function tradesOf(seed: number, occupations: readonly EscoOccupation[], asked: ReadonlyMap<ConceptId, number>): Trade[] {
  const useful = occupations.filter(({ essential }) => essential.length >= 4)
  const shares = new Map(useful.map(({ id, isco }) => [id, ictGroups.test(isco) ? seldom + (asked.get(id) ?? 0) : 1]))
  const total = (ict: boolean): number =>
    useful.reduce((sum, { id, isco }) => sum + (ictGroups.test(isco) === ict ? (shares.get(id) ?? 0) : 0), 0)
  const [ofIct, ofOther] = [total(true), total(false)]
  return useful.map(({ id, isco, essential, optional }, at): Trade => {
    const dice = diceAt(seed, streams.ground, 1 + at)
    const ict = ictGroups.test(isco)
    const share = (shares.get(id) ?? 0) / (ict ? ofIct : ofOther)
    const workLevel = levelOf[isco.charAt(0)] ?? 4
    const core = dice.several(essential, essential.length)
    return {
      ...{ id, ict, workLevel, family: Number(isco.slice(0, 3)) },
      vacancyShare: share * (ict ? vacancyShareOfIct : 1 - vacancyShareOfIct),
      peopleShare: share * (ict ? peopleShareOfIct : 1 - peopleShareOfIct),
      wageCents: (ict ? 1500 : 1200) + workLevel * 330 + dice.below(400),
      remote: ict ? 0.75 : 0.2,
      core: core.slice(0, 10),
      usual: [...core.slice(10), ...optional.slice(0, 12)],
      rare: optional.slice(12, 40),
    }
  })
}

function mostAsked(sets: readonly (readonly ConceptId[])[], count: number): ConceptId[] {
  const times = new Map<ConceptId, number>()
  for (const skill of sets.flat()) times.set(skill, (times.get(skill) ?? 0) + 1)
  return [...times]
    .sort(([a, often], [b, oftenB]) => oftenB - often || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([skill]) => skill)
}
