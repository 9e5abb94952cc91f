/** The threads of training; `train-encoder.ts` starts and ends them. */
import { parentPort, workerData } from 'node:worker_threads'
import { learn } from './learn.ts'
import { makeLesson } from './make-lesson.ts'
import { teamMember } from './team.ts'
import type { FromTrainingThread, TrainingJob } from './training-jobs.ts'

const say = (message: FromTrainingThread): void => parentPort?.postMessage(message)
const job = workerData as TrainingJob

if (job.kind === 'prepare') {
  const { lesson, vocabulary, counts } = makeLesson(job.texts, job.settings)
  say({ kind: 'prepared', lesson, stems: vocabulary.stems, probes: vocabulary.probes, counts })
} else {
  const { lesson, space, settings, place, index, size } = job
  learn(lesson, space, settings, teamMember(place, index, size), (step) => say({ kind: 'step', step }))
  say({ kind: 'learnt' })
}
