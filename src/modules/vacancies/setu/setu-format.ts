import { fold } from '../../../engine/text/index.ts'
import type { ReadRecord, RecordFormat } from '../intake/record-format.ts'
import type { PostingContext } from '../job-postings/posting-context.ts'
import type { JsonObject } from '../job-postings/posting-fields.ts'
import { openingWithoutContacts } from './opening-contacts.ts'
import { employerOf } from './opening-parties.ts'
import { readOpening } from './read-opening.ts'
import { all, parseXml, textAt, type XmlElement } from './xml-element.ts'

/** PositionOpeningNL of the SETU standard for vacancies, versions 1.0 and 1.1. Content: `{ xml }`. */
export const setuFormat: RecordFormat = {
  identify(content, checksum) {
    const opening = openingOf(content)
    const id = opening && idOf(opening)
    return opening && id !== undefined ? `id:${fold(employerOf(opening) ?? '')}|${id}` : `content:${checksum}`
  },
  read: (content, context) => readWhole(content, context),
  withoutContacts: (content) =>
    typeof content.xml === 'string' ? { ...content, xml: openingWithoutContacts(content.xml) } : content,
}

function readWhole(content: JsonObject, context: PostingContext): ReadRecord {
  const opening = openingOf(content)
  if (!opening) return { refused: 'This is not well-formed XML, or it holds more than 20,000 elements.' }
  const status = textAt(opening, 'PositionRecordInfo/Status')
  // Statuses of the standard: x:put, x:edit, x:duplicate, x:activate and x:prolong are all "here it is".
  if (status === 'x:delete' || status === 'x:deactivate') return { withdrawn: `Its sender took it back (${status}).` }
  return readOpening(opening, context)
}

function openingOf({ xml }: JsonObject): XmlElement | undefined {
  return typeof xml === 'string' ? parseXml(xml) : undefined
}

/** The owner's own number before that of a recruiter or distributor: those differ per channel. */
function idOf(opening: XmlElement): string | undefined {
  const ids = all(opening, 'PositionRecordInfo/Id')
  const own = ids.find(({ attributes }) => attributes.idOwner === 'owner') ?? ids[0]
  return textAt(own, 'IdValue')?.slice(0, 200)
}
