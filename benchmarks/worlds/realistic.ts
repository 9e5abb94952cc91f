/**
 * The world that the targets are about: occupations with coherent skills, trainings aligned to them, people with histories. All
 * of it is made up; places, travel and the proportions of terms are about those of the Netherlands.
 */
import { type Dice, diceAt } from '../dice.ts'
import { coherentWorld } from './coherent.ts'
import { between, zipf } from './draw.ts'
import { dutchPlaces } from './places.ts'
import { realisticTaxonomy, type Taxonomy } from './realistic-taxonomy.ts'
import type { Trade } from './trade.ts'
import { idOf, type RowWorld, streams, type WorldSize } from './world.ts'

const families = 40
const ictFamilies = 16
const tradesPerFamily = 10

/** Of the vacancies nearly all are ICT work; of the people about three in four come from it. */
const vacancyShareOfIct = 0.92
const peopleShareOfIct = 0.75

export function realisticWorld(size: WorldSize, seed: number): RowWorld {
  const dice = diceAt(seed, streams.ground, 0)
  const taxonomy = realisticTaxonomy(dice, families, ictFamilies)
  const trades = tradesOf(dice, taxonomy)
  return coherentWorld({
    ...{ name: 'realistic', size, seed, trades, places: dutchPlaces() },
    skills: taxonomy.skills,
    basics: [...taxonomy.ictBasics.slice(0, 12), ...taxonomy.human],
  })
}

function tradesOf(dice: Dice, taxonomy: Taxonomy): Trade[] {
  const ictShares = dice.several(zipf(ictFamilies * tradesPerFamily, 0.75, 10), ictFamilies * tradesPerFamily)
  const trades: Trade[] = []
  for (let family = 0; family < families; family++) {
    for (let at = 0; at < tradesPerFamily; at++) {
      const ict = family < ictFamilies
      const share = ict ? (ictShares[trades.length] ?? 0) : 1
      trades.push(tradeOf(dice, taxonomy, { id: idOf('o', trades.length), family, ict, share }))
    }
  }
  return normalised(trades)
}

function tradeOf(
  dice: Dice,
  { families: all, ictBasics, human }: Taxonomy,
  { id, family, ict, share }: { readonly id: string; readonly family: number; readonly ict: boolean; readonly share: number },
): Trade {
  const own = all[family] ?? []
  const neighbour =
    all[ict ? (family + 1) % ictFamilies : ictFamilies + ((family + 1 - ictFamilies) % (families - ictFamilies))] ?? []
  const main = dice.several(own, 3)
  const inMain = main.flat()
  const core = dice.several(inMain, between(dice, 6, 9))
  const basics = dice.several(ictBasics, ict ? 5 : 1)
  const usual = [...dice.several(inMain, 8), ...dice.several(own.flat(), 6), ...basics, ...dice.several(human, 5)]
  const rare = [...dice.several(own.flat(), 14), ...dice.several(neighbour.flat(), 8), ...dice.several(human, 4)]
  const rest = (from: readonly string[], not: readonly string[]): string[] =>
    [...new Set(from)].filter((one) => !not.includes(one))
  // A basic skill or two are as sure to be asked as what the work is named after.
  const asked = [...new Set([...core.slice(0, 4), ...basics.slice(0, ict ? 1 : 0), ...core.slice(4)])]
  const workLevel = ict ? dice.pick([4, 4, 5, 6, 6, 6, 7]) : dice.pick([2, 3, 3, 4, 4, 6])
  const often = rest(dice.several(usual, usual.length), asked)
  return {
    id,
    ict,
    family,
    vacancyShare: share,
    peopleShare: share,
    workLevel,
    wageCents: Math.round((ict ? 1500 : 1150) + workLevel * (ict ? 330 : 300) + dice.below(500)),
    remote: ict ? 0.55 + dice.next() * 0.4 : dice.next() * 0.4,
    core: asked,
    usual: often,
    rare: rest(rare, [...asked, ...often]),
  }
}

/** Shares add up to 1, divided between ICT and other work. */
function normalised(trades: readonly Trade[]): Trade[] {
  const total = (ict: boolean): number => trades.reduce((sum, trade) => sum + (trade.ict === ict ? trade.vacancyShare : 0), 0)
  const [ofIct, ofOther] = [total(true), total(false)]
  return trades.map((trade) => ({
    ...trade,
    vacancyShare: trade.ict
      ? (trade.vacancyShare / ofIct) * vacancyShareOfIct
      : (trade.vacancyShare / ofOther) * (1 - vacancyShareOfIct),
    peopleShare: trade.ict
      ? (trade.peopleShare / ofIct) * peopleShareOfIct
      : (trade.peopleShare / ofOther) * (1 - peopleShareOfIct),
  }))
}
