import { Conflict } from '../../platform/index.ts'

const messages = {
  notEducator: 'Programmes are kept on the desk of an educator or a school. This organisation is neither.',
  changedMeanwhile: 'Somebody changed this programme meanwhile. Look at it as it is now, and do it again.',
  wrongState: 'This cannot be done with a programme in this state. Look at it as it is now.',
  oneLanguage: 'A programme is published with a title and a description in the same language, Dutch or English. Fill in both.',
  tooLarge: 'This file is larger than 10 MB. Send it in parts, or ask who keeps this site for a feed.',
  empty: 'There is nothing in this file.',
  zip: 'This file is packed. Unpack it first, and send what is in it.',
  wrongType: 'This file is no JSON, NDJSON or CSV. Programmes are read from OOAPI v5 or v6, or from a CSV.',
  feed: 'There is no such feed of programmes, or it cannot be read now. Ask who keeps this site.',
  notChecked: 'Nobody checked yet that this organisation is who it says. Let its domain or register number be checked first.',
  importGone: 'This file was read too long ago, or was brought in already. Read it again.',
} as const

/** Why something of a programme cannot be done now; pages have words for each. */
export type ProgrammeRefusalReason = keyof typeof messages

export class ProgrammeRefusal extends Conflict {
  readonly reason: ProgrammeRefusalReason
  constructor(reason: ProgrammeRefusalReason) {
    super(messages[reason])
    this.reason = reason
  }
}
