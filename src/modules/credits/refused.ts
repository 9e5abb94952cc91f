import { Conflict } from '../../platform/index.ts'
import type { GuideFull } from '../senior-hours/index.ts'

/** Why something cannot be done; pages have words for each. */
export type CreditsRefusal = keyof typeof messages

const messages = {
  notActive: 'Work is logged while the placement lasts. Ask the school to look at its agreement.',
  outsidePlacement: 'This day lies outside the placement. Choose days of it.',
  future: 'This day is still to come. Log it afterwards.',
  awarded: 'Credits were given for this work, so it stays as it is. Log something new, or ask the assessor.',
  changedMeanwhile: 'Somebody changed this in the meantime. Look at it again.',
  wrongState: 'This cannot be done now. Look at it as it is.',
  noUnit: 'Say first which unit it was about: nothing is confirmed that counts for nothing.',
  nothingConfirmed: 'There is no confirmed work for this unit yet. Have it confirmed first.',
  moreThanUnit: 'This would be more than the unit has left.',
  ownSupervisor: 'Who supervises somebody at work gives them no credits. Ask another assessor.',
  ofEmployer: 'A member of the employer gives no credits. Ask another assessor.',
  oneself: 'Nobody gives credits to themselves.',
  confirmedIt: 'Who confirmed the work gives no credits for it. Ask another assessor.',
  otherVersion: 'Credits of another version of this unit were given already. Go on with that version.',
  withdrawnBefore: 'This award was taken back before.',
  keyOfAnother: 'The same key was sent before with something else. Load the page anew.',
  otherScale: 'Units of this programme count in another scale. Use the same.',
  assessorFull: 'You have no hours left this week to assess. Ask another assessor, or have hours given.',
  usedUp: 'So much evidence is kept for one placement already. Take something away first.',
} as const

export class CreditsRefused extends Conflict {
  readonly reason: CreditsRefusal
  /** With `assessorFull`: whose week, and who of the school has room. */
  readonly guide: GuideFull | undefined
  constructor(reason: CreditsRefusal, guide?: GuideFull) {
    super(messages[reason])
    this.reason = reason
    this.guide = guide
  }
}

/** Why a file is not kept; pages have words for each. */
export const fileRefusals = ['empty', 'tooLarge', 'type', 'markup', 'zipBomb', 'macros', 'damaged'] as const
export type FileRefusal = (typeof fileRefusals)[number]

const fileMessages: Readonly<Record<FileRefusal, string>> = {
  empty: 'This file is empty.',
  tooLarge: 'This file is larger than 10 MB. Make it smaller.',
  type: 'Only PDF, PNG, JPEG, DOCX and plain text are kept. Save it as one of these.',
  markup: 'Web pages, SVG and other markup are not kept: they can hold programs. Save it as PDF.',
  zipBomb: 'This document unpacks to more than it may. Save it as PDF.',
  macros: 'This document holds macros or is protected. Save it as PDF.',
  damaged: 'This file is damaged. Save it again.',
}

export class FileRefused extends Conflict {
  readonly reason: FileRefusal
  constructor(reason: FileRefusal) {
    super(fileMessages[reason])
    this.reason = reason
  }
}
