import { createHash } from 'node:crypto'
import { type ActingDatabase, actAs } from '../../platform/index.ts'
import { factsHash } from './activity.ts'
import { listActivities, listSteps } from './activity-store.ts'
import { type Book, listBooks } from './book-store.ts'
import { readContents } from './evidence-store.ts'
import { earnedOf, type LedgerEntry, sealOf } from './ledger.ts'
import { type Award, countLooseLines, listAwards, listEntries } from './ledger-store.ts'
import type { CreditsParts } from './parts.ts'
import { shareOut, type Unit } from './unit.ts'
import { listUnits } from './unit-store.ts'

/** What must always hold of the ledger, by name: `schakel credits check` tells each that does not. */
export const invariants = {
  numbers: 'Entries of a book are numbered from 1 without a gap.',
  lines: 'Each entry has one line of the pool and one of the student, which add up to nothing.',
  seals: 'Each entry carries the hash of itself and of the seal before it.',
  limits: 'Nobody has more of a unit than it gives, and nobody less than nothing.',
  awards: 'Each award has one entry of its amount; each withdrawal one counter-entry, after it.',
  ground: 'Each award of a student who is here rests on confirmed work that is as it was confirmed.',
  assessors: 'Who gave credits is neither the student nor who confirmed the work.',
  files: 'Each file that is kept has the hash that stands with it.',
} as const
export type Invariant = keyof typeof invariants

export interface CreditCheck {
  readonly books: number
  readonly entries: number
  readonly files: number
  readonly broken: readonly { readonly invariant: Invariant; readonly book: string; readonly what: string }[]
}

type Broken = CreditCheck['broken'][number]

/** Walks all books, from the record alone: nothing of how they were written is used. One transaction a book, so that writers go on. */
export async function checkCredits({ db }: Pick<CreditsParts, 'db'>): Promise<CreditCheck> {
  const task = { task: 'credits' } as const
  const { books, loose } = await actAs(db, task, async (program) => ({
    books: await listBooks(program),
    loose: await countLooseLines(program),
  }))
  const broken: Broken[] = []
  if (loose > 0) broken.push({ invariant: 'lines', book: '', what: `${loose} lines have no entry` })
  const counts = { entries: 0, files: 0 }
  for (const book of books) {
    await actAs(db, task, async (program) => {
      const found = await checkBook(program, book)
      counts.entries += found.entries
      counts.files += found.files
      broken.push(...found.broken)
    })
  }
  return { books: books.length, ...counts, broken }
}

async function checkBook(program: ActingDatabase, book: Book): Promise<Pick<CreditCheck, 'entries' | 'files' | 'broken'>> {
  const entries = await listEntries(program, book.placement)
  const awards = await listAwards(program, book.placement)
  const units = await listUnits(program, book.programme, book.school)
  const broken: Broken[] = []
  const tell = (invariant: Invariant, what: string): void => {
    broken.push({ invariant, book: book.placement, what })
  }
  checkEntries(entries, tell)
  checkLimits(entries, units, tell)
  checkAwards(entries, awards, tell)
  if (book.person !== undefined) await checkGround(program, book, awards, tell)
  const files = await checkFiles(program, book, tell)
  return { entries: entries.length, files, broken }
}

type Tell = (invariant: Invariant, what: string) => void

function checkEntries(entries: readonly LedgerEntry[], tell: Tell): void {
  let before = ''
  for (const [at, entry] of entries.entries()) {
    if (entry.number !== at + 1) tell('numbers', `entry ${entry.number} stands where ${at + 1} should`)
    const accounts = entry.lines.map(({ account }) => account).sort()
    const sum = entry.lines.reduce((total, { amount }) => total + amount, 0)
    if (accounts.join() !== 'earned,pool' || sum !== 0) tell('lines', `the lines of entry ${entry.number} add up to ${sum}`)
    if (entry.seal !== sealOf(entry, before)) tell('seals', `entry ${entry.number} or one before it was changed`)
    before = entry.seal
  }
}

/** After every entry, not only at the end: at no moment was there too much. */
function checkLimits(entries: readonly LedgerEntry[], units: readonly Unit[], tell: Tell): void {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const sums = new Map<string, number>()
  for (const entry of entries) {
    const unit = byId.get(entry.unit)
    if (!unit) {
      tell('limits', `entry ${entry.number} is about a unit that is not there`)
      continue
    }
    const sum = (sums.get(unit.family) ?? 0) + earnedOf([entry])
    sums.set(unit.family, sum)
    if (sum < 0 || sum > unit.amount)
      tell('limits', `after entry ${entry.number} unit ${unit.code} would have given ${sum} of ${unit.amount}`)
  }
}

function checkAwards(entries: readonly LedgerEntry[], awards: readonly Award[], tell: Tell): void {
  for (const { id, amount, withdrawn } of awards) {
    const own = entries.filter(({ award }) => award === id)
    const given = own.filter(({ kind }) => kind === 'award')
    const back = own.filter(({ kind }) => kind === 'withdrawal')
    if (given.length !== 1 || earnedOf(given) !== amount) tell('awards', `award ${id} has no entry of its amount`)
    if (back.length !== (withdrawn ? 1 : 0) || earnedOf(back) !== (withdrawn ? -amount : 0))
      tell('awards', `the withdrawal of award ${id} has no counter-entry`)
    if (back[0] && given[0] && back[0].number < given[0].number) tell('awards', `award ${id} was taken back before it was given`)
  }
  const known = new Set(awards.map(({ id }) => id))
  for (const { award, number } of entries) if (!known.has(award)) tell('awards', `entry ${number} is of no award`)
}

/** From the award to its work, to what was confirmed of it, to who gave and who confirmed. */
async function checkGround(program: ActingDatabase, book: Book, awards: readonly Award[], tell: Tell): Promise<void> {
  const activities = new Map((await listActivities(program, book.placement)).map((one) => [one.id, one]))
  for (const { id, unit, ground, assessor, withdrawn } of awards) {
    if (assessor !== undefined && assessor === book.person) tell('assessors', `award ${id} was given by the student`)
    if (ground.length === 0) tell('ground', `award ${id} rests on nothing`)
    for (const one of ground) {
      const activity = activities.get(one.activity)
      const step = (await listSteps(program, one.activity)).find(({ number }) => number === one.step)
      if (!activity || step?.step !== 'confirmed') {
        tell('ground', `work ${one.activity} under award ${id} has no confirmation`)
        continue
      }
      if (assessor !== undefined && step.account === assessor)
        tell('assessors', `award ${id} was given by who confirmed the work`)
      // What was taken back rests on nothing any more: its work may have been changed since.
      if (withdrawn) continue
      const minutes = shareOut(
        activity.minutes,
        activity.outcomes.map((link) => link.unit),
      ).get(unit)
      const files = activity.files.map(({ sha256 }) => sha256)
      const isSame = factsHash(activity) === one.facts && minutes === one.minutes && same(files, one.files)
      if (!isSame || activity.state !== 'confirmed')
        tell('ground', `work ${one.activity} under award ${id} is not as it was confirmed`)
    }
  }
}

async function checkFiles(program: ActingDatabase, book: Book, tell: Tell): Promise<number> {
  let count = 0
  for (const { files } of await listActivities(program, book.placement)) {
    for (const { id, bytes, sha256, isEmptied } of files) {
      if (isEmptied) continue
      count++
      const contents = await readContents(program, id)
      const hash = createHash('sha256').update(contents).digest('hex')
      if (contents.length !== bytes || hash !== sha256) tell('files', `file ${id} is not what was sent`)
    }
  }
  return count
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.toSorted().join() === b.toSorted().join()
