// Licences of all packages, and whether each is pinned to one version that runs nothing while it is installed. Part of `npm run check`.
import { licenceExceptions, licenceProblems } from './packages/licences.ts'
import { listInstalled, readPackages } from './packages/packages.ts'
import { pinProblems } from './packages/pins.ts'

const packages = readPackages(new URL('../', import.meta.url))
const problems = [...licenceProblems(packages), ...pinProblems(packages)]
for (const problem of problems) console.error(problem)
const shipped = listInstalled(packages).filter(({ at }) => !at.dev).length
if (problems.length === 0)
  console.log(
    `${listInstalled(packages).length} packages, ${shipped} of them shipped: all licences allowed, all versions pinned.`,
  )
for (const [name, { version, says, is, why }] of Object.entries(licenceExceptions))
  console.log(`Exception: ${name} ${version} says "${says}" and is ${is}. ${why}`)
process.exitCode = problems.length === 0 ? 0 : 1
