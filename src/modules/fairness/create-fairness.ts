import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { Invalid } from '../../platform/index.ts'
import { type AlgorithmRegister, type Operator, registerFileSchema, withOperator } from './algorithm-register.ts'
import { type FairnessReport, fairnessReportSchema } from './report.ts'

/** What is told to everybody of how Schakel counts: the register of algorithms, and what was measured. */
export interface Fairness {
  register(): AlgorithmRegister
  /** The report of this release, made by `schakel fairness --json`. @throws Invalid when its file is not one of this release */
  report(): FairnessReport
}

const dataFolder = fileURLToPath(new URL('../../../data/', import.meta.url))

/**
 * A report that cannot be read is told when it is asked for: the command that makes it anew must be able to start.
 * @throws Invalid that names the file and the place that is wrong in the register
 */
export async function createFairness(parts: {
  readonly operator?: Operator | undefined
  readonly folder?: string
}): Promise<Fairness> {
  const { operator = {}, folder = dataFolder } = parts
  const shown = withOperator(await readAs(folder, 'algorithm-register.json', registerFileSchema), operator)
  const report = await readAs(folder, 'fairness-report.json', fairnessReportSchema).catch((error: Invalid) => error)
  return {
    register: () => shown,
    report() {
      if (report instanceof Invalid) throw report
      return report
    },
  }
}

async function readAs<T>(folder: string, file: string, schema: z.ZodType<T>): Promise<T> {
  let value: unknown
  try {
    value = JSON.parse(await readFile(join(folder, file), 'utf8'))
  } catch (error) {
    throw new Invalid(file, `${file} cannot be read as JSON: ${(error as Error).message}`)
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [first] = parsed.error.issues
  throw new Invalid(file, `${file} ${first?.path.join('.') ?? ''}: ${first?.message ?? 'cannot be used'}`)
}
