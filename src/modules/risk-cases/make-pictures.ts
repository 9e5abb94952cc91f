import { type ActingDatabase, actAs, Busy } from '../../platform/index.ts'
import type { PlanView } from '../planning/index.ts'
import { findCase, listOffers, listOpenCases, listPictures } from './case-store.ts'
import { addPicture, findCountsFrom, listWaiting, takeIntoPicture } from './participation-store.ts'
import { type Counted, drawCountsFrom, isDue, makePicture, type PictureTerms } from './picture.ts'
import type { RiskCase } from './risk-case.ts'
import { below, isOpen, pictureTerms, type RiskCasesParts, todayOf } from './work.ts'

/** More would hold up other work; who is over stands in the next one. */
const mostInOne = 300
/** Of how many of somebody's plans the trainings are counted. */
const firstPlans = 3
const dayMs = 86_400_000

/** Makes the pictures for which there are enough new people. How many. Where plans cannot be asked now, the rest waits for the next time. */
export async function makeDuePictures(parts: RiskCasesParts): Promise<number> {
  const open = await actAs(parts.db, { task: 'risk-cases' }, listOpenCases)
  if (open.length === 0) return 0
  const terms = await pictureTerms(parts)
  let made = 0
  try {
    for (const one of open) if (await makeNext(parts, one, terms)) made++
  } catch (error) {
    if (!(error instanceof Busy)) throw error
  }
  return made
}

/**
 * Plans are asked outside a transaction, since an engine may be waited for. Then it is looked again who still takes part: whoever left meanwhile is not
 * counted, and if so there are too few, nothing is made.
 */
async function makeNext(parts: RiskCasesParts, one: RiskCase, terms: PictureTerms): Promise<boolean> {
  const waiting = await actAs(parts.db, { task: 'risk-cases' }, async (program) =>
    (await mayMake(parts, program, one, terms)) ? listWaiting(program, one.id, mostInOne) : [],
  )
  if (waiting.length < terms.people) return false
  const counted = new Map<string, Counted>()
  for (const account of waiting) {
    const found = await countOne(parts, one, account)
    if (found) counted.set(account, found)
  }
  return actAs(parts.db, { task: 'risk-cases' }, async (program) => {
    const still = await findCase(program, one.id, true)
    if (!still || !(await mayMake(parts, program, still, terms, counted.size))) return false
    const taken = await takeIntoPicture(program, one.id, [...counted.keys()])
    // Undone with the transaction: too few of them are left.
    if (taken.length < terms.people) throw new TooFew()
    const people = taken.flatMap((account) => counted.get(account) ?? [])
    const cells = makePicture(people, terms.step, below(parts))
    await addPicture(program, one.id, { madeOn: todayOf(parts), cells }, drawCountsFrom(terms, below(parts)))
    return true
  }).catch((error: unknown) => {
    if (error instanceof TooFew) return false
    throw error
  })
}

class TooFew extends Error {}

async function mayMake(
  parts: RiskCasesParts,
  program: ActingDatabase,
  one: RiskCase,
  terms: PictureTerms,
  ready?: number,
): Promise<boolean> {
  if (!isOpen(parts, one)) return false
  const countsFrom = await findCountsFrom(program, one.id)
  if (countsFrom === undefined) return false
  const last = (await listPictures(program, one.id)).at(-1)
  const daysSince = last && (Date.parse(todayOf(parts)) - Date.parse(last.madeOn)) / dayMs
  const waiting = ready ?? (await listWaiting(program, one.id, mostInOne)).length
  return isDue({ waiting, countsFrom, daysSince }, terms)
}

/** What a picture counts of somebody; undefined: they keep no profile any more. */
async function countOne(parts: RiskCasesParts, one: RiskCase, account: string): Promise<Counted | undefined> {
  const { profile, vacancies } = await actAs(parts.db, { task: 'risk-cases' }, async (program) => ({
    profile: await parts.profileOf(program, account),
    vacancies: (await listOffers(program, one.id)).filter(({ kind }) => kind === 'vacancy').map(({ target }) => target),
  }))
  if (!profile) return undefined
  const goal = vacancies.length > 0 ? { goal: { vacancies } } : {}
  const { groups } = await parts.planning.plans({
    profile,
    language: 'nl',
    preference: profile.preference ?? 'balanced',
    ...goal,
  })
  const first = groups.slice(0, firstPlans).map(({ best }) => best)
  return {
    region: parts.regionOf(profile),
    group: await parts.groups.of(profile),
    way: first[0]?.kind ?? 'none',
    programmes: [...new Set(first.flatMap(programmesOf))],
  }
}

const programmesOf = ({ steps }: PlanView): string[] =>
  steps.flatMap((step) => (step.kind === 'training' && step.training.programme !== '' ? [step.training.programme] : []))
