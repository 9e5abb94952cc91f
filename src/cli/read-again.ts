import type { CommandContext } from './command-context.ts'

/** Vacancies and trainings were read by the labels and mappings there were: after a change of taxonomy they say more, or something else. */
export async function readAgain({
  modules,
  progress,
  signal,
}: Pick<CommandContext, 'modules' | 'progress' | 'signal'>): Promise<void> {
  await modules.vacancies.readAgain({ progress, signal })
  await modules.trainings.readAgain({ progress, signal })
}
