import { type TextReader, textsReadFor } from '../reading/index.ts'
import type { Catalogue } from '../skills/index.ts'
import type { Check } from './check.ts'
import { describeText, readText, type TextRead } from './read-text.ts'
import type { DescribedVacancy, ReadingContext, TextBeside } from './read-vacancy.ts'

/** Reads texts with the taxonomies as they are now. */
export interface Reader {
  readonly catalogue: Catalogue
  /** @throws Invalid when the text is empty or asks more than can be compared */
  read(text: string, beside: TextBeside): Promise<TextRead>
  /** What the engine is asked of each, in their order; undefined where one cannot be read as a vacancy. */
  describe(texts: readonly string[], beside: TextBeside): Promise<readonly (DescribedVacancy | undefined)[]>
}

/** @param texts reads by what words mean, as imports do; left out: by labels */
export function createReader(
  context: ReadingContext,
  checks: readonly Check[],
  texts: Pick<TextReader, 'read'> | undefined,
): Reader {
  return {
    catalogue: context.catalogue,
    async read(text, beside) {
      return readText(text, beside, await knowing(context, [text], beside, texts), checks)
    },
    async describe(all, beside) {
      const known = await knowing(context, all, beside, texts)
      return all.map((text) => describeText(text, beside, known))
    },
  }
}

/**
 * A context in which the running texts of these vacancies have been read. Each is gone through once to learn which those are, for what they are is for the import
 * to say; then they are read together, outside this thread. Nothing of them is kept. Where that fails they are read by labels: somebody is waiting.
 */
async function knowing(
  context: ReadingContext,
  all: readonly string[],
  beside: TextBeside,
  texts: Pick<TextReader, 'read'> | undefined,
): Promise<ReadingContext> {
  const { catalogue, readSkills: labels } = context
  const readSkills = await textsReadFor(
    (noting) => {
      for (const text of all) describeText(text, beside, { ...context, readSkills: noting })
    },
    { labels, readTexts: texts && ((asked) => texts.read(catalogue, asked, { keep: false })) },
  ).catch(() => labels)
  return { ...context, readSkills }
}
