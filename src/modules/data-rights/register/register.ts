import { accountTables } from './account-tables.ts'
import { adviceTables } from './advice-tables.ts'
import { badgeTables } from './badge-tables.ts'
import { caseTables } from './case-tables.ts'
import { cohortTables } from './cohort-tables.ts'
import { credentialTables } from './credential-tables.ts'
import { creditTables } from './credit-tables.ts'
import { enrolmentTables } from './enrolment-tables.ts'
import { meetingTables } from './meeting-tables.ts'
import { organisationTables } from './organisation-tables.ts'
import { otherTables } from './other-tables.ts'
import { outcomeTables } from './outcome-tables.ts'
import { placementTables } from './placement-tables.ts'
import { seniorTables } from './senior-tables.ts'
import type { OtherTable, PeopleTable } from './table-entry.ts'

/** Every table with data about people: whose it is, what is in the export, how it is erased and how long it is kept. */
export const peopleTables: Readonly<Record<string, PeopleTable>> = {
  ...accountTables,
  ...organisationTables,
  ...meetingTables,
  ...adviceTables,
  ...caseTables,
  ...cohortTables,
  ...creditTables,
  ...enrolmentTables,
  ...badgeTables,
  ...credentialTables,
  ...outcomeTables,
  ...placementTables,
  ...seniorTables,
}

export type { OtherTable }
/** Every other table, with what it holds. Together they are the whole record: a test walks the schema. */
export { otherTables }
