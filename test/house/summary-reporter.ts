import type { Reporter, TestModule } from 'vitest/node'
import { asksForAll, type Need, needs, notRunLine } from './test-surroundings.ts'

interface Ran {
  readonly file: string
  readonly name: string
  readonly state: string
}

/** The last lines of a test run: what could not run here, and `N passed, N failed` alone on a line. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const ran = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => ({
        file: module.moduleId,
        name: test.fullName,
        state: test.result().state,
      })),
    )
    const countOf = (state: string) => ran.filter((test) => test.state === state).length
    const brokenFiles = modules.filter((module) => module.errors().length > 0).length
    const left = notRunLine()
    if (left) console.log(left)
    const unproved = asksForAll() ? listUnproved(ran) : []
    for (const need of unproved) console.log(`Not one of the ${need.name} passed: all of them must run here.`)
    if (unproved.length > 0) process.exitCode = 1
    console.log(`${countOf('passed')} passed, ${countOf('failed') + brokenFiles + errors.length + unproved.length} failed`)
  }
}

/** A gate must have looked at something: needs of which not one test passed. */
export function listUnproved(ran: readonly Ran[]): Need[] {
  return needs.filter((need) => !ran.some((test) => test.state === 'passed' && need.testsAre(test)))
}
