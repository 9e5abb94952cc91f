// Known vulnerabilities in what is shipped, as npm tells them. Fails on a high or critical one. Where the registry tells none it says so, and does not
// fail; with SCHAKEL_REQUIRE_ADVISORIES=1 that fails too.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Advisory, readAdvice } from './packages/advisories.ts'

const { stdout, error } = spawnSync('npm', ['audit', '--json', '--omit=dev', '--package-lock-only'], {
  cwd: fileURLToPath(new URL('../', import.meta.url)),
  encoding: 'utf8',
  shell: process.platform === 'win32',
  timeout: 120_000,
})
if (error) throw error
const advice = readAdvice(stdout)
if (advice.kind === 'not offered') {
  console.warn(`NOT CHECKED for known vulnerabilities: the registry of packages does not tell them here (${advice.why}).`)
  process.exitCode = process.env.SCHAKEL_REQUIRE_ADVISORIES === '1' ? 1 : 0
} else {
  for (const one of [...advice.serious, ...advice.lesser]) console.warn(line(one))
  console.log(
    `${advice.serious.length} high or critical, ${advice.lesser.length} lesser vulnerabilities known in what is shipped.`,
  )
  process.exitCode = advice.serious.length === 0 ? 0 : 1
}

function line({ name, severity, title, fix }: Advisory): string {
  return `${severity}: ${name}: ${title}. Mended in: ${fix}.`
}
