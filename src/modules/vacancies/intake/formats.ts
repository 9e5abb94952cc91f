import { csvFormat } from '../csv/csv-format.ts'
import { identify } from '../job-postings/identify.ts'
import { postingWithoutContacts } from '../job-postings/posting-contacts.ts'
import { readPosting } from '../job-postings/read-posting.ts'
import { setuFormat } from '../setu/setu-format.ts'
import type { RecordFormat, VacancyFormat } from './record-format.ts'

/** Every way in which a raw record can be written. Another format is one more line here. */
export const formats: Readonly<Record<VacancyFormat, RecordFormat>> = {
  jobposting: { identify, read: readPosting, withoutContacts: postingWithoutContacts },
  setu: setuFormat,
  csv: csvFormat,
}
