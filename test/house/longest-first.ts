import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

/** Parts of paths of files that take half a minute and more. A name that is missing here costs time only: its file may be the last to end. */
const long = [
  'test/journeys/',
  'test/permissions/',
  'test/many/',
  'test/engine/equal',
  'test/api/workers',
  'test/house/browser-bundle',
  'evaluation/skill-extraction',
  'src/modules/jobs/jobs',
]

/**
 * Long files first, so that at the end no worker waits for one that began last. Vitest itself goes by how long files took the last time, which a fresh
 * copy does not know.
 */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rest = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification): boolean => long.some((part) => moduleId.includes(part))
    return [...rest.filter(isLong), ...rest.filter((file) => !isLong(file))]
  }
}
