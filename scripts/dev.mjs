// npm run dev: serves, and again after each change of a source. Pages are built anew too; that takes a second or two.
import { watch } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { buildSite } from './build-site.mjs'
import { ownNode, root, run } from './own-node.mjs'

const settleMs = 200

for (;;) {
  await buildSite()
  const stop = new AbortController()
  const served = run(ownNode(), ['src/main.ts'], { signal: stop.signal, killSignal: 'SIGTERM' }).catch(() => 'changed')
  const changed = nextChange()
  const first = await Promise.race([served.then(() => 'ended'), changed.seen])
  if (first === 'ended') {
    console.log('Waiting for a change ...')
    await changed.seen
  }
  stop.abort()
  await served
  await setTimeout(settleMs)
}

function nextChange() {
  let watcher
  const seen = new Promise((resolve) => {
    watcher = watch(join(root, 'src'), { recursive: true }, (_event, file) => {
      if (!file || /\.test\.tsx?$/.test(file)) return
      watcher.close()
      resolve('changed')
    })
  })
  return { seen }
}
