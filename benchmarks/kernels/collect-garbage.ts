import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Collects all garbage of this thread at once, whatever Node was started with. What building a world leaves behind is otherwise collected in the middle of
 * somebody's answer, which a server that has stood for a minute would not do.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}
