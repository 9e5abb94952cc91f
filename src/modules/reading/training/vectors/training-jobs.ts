import type { EncoderLanguage, EncoderStems } from '../../../../engine/linking/index.ts'
import type { LearnStep, Lesson, LessonSpace } from './learn.ts'
import type { MadeLesson } from './make-lesson.ts'
import type { TrainingSettings } from './training-settings.ts'
import type { TrainingTexts } from './training-texts.ts'

/** What a thread is started with: making the lesson, which one thread does, or learning it with others. */
export type TrainingJob =
  | { readonly kind: 'prepare'; readonly texts: TrainingTexts; readonly settings: TrainingSettings }
  | {
      readonly kind: 'learn'
      readonly lesson: Lesson
      readonly space: LessonSpace
      readonly settings: TrainingSettings
      readonly place: Int32Array
      readonly index: number
      readonly size: number
    }

export interface Prepared {
  readonly kind: 'prepared'
  readonly lesson: Lesson
  readonly stems: EncoderStems
  readonly probes: Readonly<Record<EncoderLanguage, readonly string[]>>
  readonly counts: MadeLesson['counts']
}

export type FromTrainingThread = Prepared | { readonly kind: 'step'; readonly step: LearnStep } | { readonly kind: 'learnt' }
