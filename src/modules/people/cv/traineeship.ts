import { fold } from '../../../engine/text/index.ts'

/** Learning at a workplace during a study: not counted as years of work. */
export function isTraineeship(title: string): boolean {
  return /\b(?:stagiaire?|stage|meeloopstage|intern|internship|afstudeer\w*|vrijwillig\w*|volunteer)\b/.test(fold(title))
}
