// npm run sbom -- <file>: writes what Schakel installs as CycloneDX (JSON), with versions, hashes and licences. Needs no network.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Bill, billProblems, mendBill } from './packages/bill.ts'
import { listInstalled, readPackages } from './packages/packages.ts'

const root = new URL('../', import.meta.url)
const [file] = process.argv.slice(2)
if (file === undefined) {
  console.error('Say which file to write: npm run sbom -- schakel.cdx.json')
  process.exit(2)
}
const { status, stdout, stderr } = spawnSync(
  'npm',
  ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'],
  {
    cwd: fileURLToPath(root),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  },
)
if (status !== 0) {
  console.error(`npm sbom failed: ${stderr}`)
  process.exit(1)
}
const licences = new Map(listInstalled(readPackages(root)).map(({ name, at }) => [`${name}@${at.version}`, at.license]))
const bill = mendBill(JSON.parse(stdout) as Bill, 'schakel', licences)
const problems = billProblems(bill)
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exit(1)
writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`)
const shipped = bill.components.filter(({ scope }) => scope !== 'excluded').length
console.log(`${file}: CycloneDX ${bill.specVersion}, ${bill.components.length} packages, ${shipped} of them shipped.`)
