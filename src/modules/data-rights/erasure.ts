import type { ActingDatabase } from '../../platform/index.ts'
import type { Accounts } from '../accounts/index.ts'
import type { Consents } from '../consents/index.ts'
import type { DecisionLog } from '../decision-log/index.ts'
import type { Introductions } from '../introductions/index.ts'
import type { Mail } from '../mail/index.ts'
import type { Organisations } from '../organisations/index.ts'
import type { Placements } from '../placements/index.ts'
import { emptyIntroductionsOf, emptyMailAbout, forgetAddress, forgetGroupAddress } from './erasure-store.ts'
import { countRowsOf, lockPerson, type PersonKeys } from './export-store.ts'
import { peopleTables } from './register/register.ts'

/** What erases the parts of a person that no reference of the database reaches. */
export interface ErasureParts {
  readonly consents: Pick<Consents, 'withdrawAll'>
  readonly introductions: Pick<Introductions, 'personLeaves'>
  readonly placements: Pick<Placements, 'personLeaves'>
  readonly organisations: Pick<Organisations, 'forgetAccount'>
  readonly decisionLog: Pick<DecisionLog, 'forget'>
  readonly mail: Pick<Mail, 'forget'>
  readonly accounts: Pick<Accounts, 'end'>
  /** The hash that a group keeps of an address that it invited. */
  readonly hashOfInvited: (group: string, email: string) => string
}

/**
 * Everything of an account goes, in the caller's transaction, which is a task's. What the law lets stay (`register/grounds.ts`) stays without the person.
 * @returns false where there is no such account
 * @throws Error when something would stay that may not; then nothing is erased
 */
export async function eraseAccount(parts: ErasureParts, inside: ActingDatabase, account: string): Promise<boolean> {
  const person = await lockPerson(inside, account)
  if (!person) return false
  // Before what tells the other side that the person left.
  await emptyMailAbout(inside, await emptyIntroductionsOf(inside, account))
  // First, so that what their introductions tell an organisation goes to colleagues who stay.
  await parts.organisations.forgetAccount(inside, account)
  await parts.consents.withdrawAll(inside, account)
  await parts.introductions.personLeaves(inside, account)
  await parts.placements.personLeaves(inside, account)
  await parts.decisionLog.forget(inside, account)
  await parts.mail.forget(inside, person)
  await forgetAddress(inside, person.email)
  await forgetGroupAddress(inside, person.email, parts.hashOfInvited)
  await parts.accounts.end(inside, account)
  await checkNothingStays(inside, person)
  return true
}

/** An erasure that leaves something behind does not call itself one. */
async function checkNothingStays(inside: ActingDatabase, person: PersonKeys): Promise<void> {
  for (const [table, { links }] of Object.entries(peopleTables)) {
    for (const link of links) {
      if (typeof link.erased !== 'string') continue
      const left = await countRowsOf(inside, table, link, person)
      if (left > 0) throw new Error(`Nothing was erased: ${left} rows of "${table}" would stay, found by "${link.way[0]}".`)
    }
  }
}
