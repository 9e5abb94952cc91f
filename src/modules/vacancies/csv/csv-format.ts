import { fold } from '../../../engine/text/index.ts'
import { UnreadableCell } from '../../imports/index.ts'
import type { ReadRecord, RecordFormat } from '../intake/record-format.ts'
import { identify } from '../job-postings/identify.ts'
import type { PostingContext } from '../job-postings/posting-context.ts'
import type { JsonObject } from '../job-postings/posting-fields.ts'
import { Cells } from './cells.ts'
import { readRow } from './read-row.ts'

/** A row of a CSV. Content: its cells by the names of `vacancyColumns`. */
export const csvFormat: RecordFormat = {
  identify(content, checksum) {
    const cells = new Cells(content)
    const id = cells.text('id')
    if (typeof id === 'string') return `id:${fold(cells.text('employer') ?? '')}|${id.slice(0, 200)}`
    return identify(asPosting(cells), checksum)
  },
  read(content, context): ReadRecord {
    return readCells(content, context)
  },
  // No column is for whom to call or mail, and other columns are not kept.
  withoutContacts: (content) => content,
}

function readCells(content: JsonObject, context: PostingContext): ReadRecord {
  try {
    return readRow(new Cells(content), context)
  } catch (error) {
    if (error instanceof UnreadableCell) return { refused: error.message }
    throw error
  }
}

/** As much of a posting as identity needs. */
function asPosting(cells: Cells): JsonObject {
  const of = (column: 'title' | 'employer' | 'description' | 'place'): string => cells.text(column) ?? ''
  return {
    title: of('title'),
    hiringOrganization: { name: of('employer') },
    description: of('description'),
    jobLocation: { address: { addressLocality: of('place') } },
  }
}
