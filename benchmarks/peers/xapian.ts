/**
 * Xapian, a search engine as a library: a C++ program that links it, in a process of its own, compiled when it is
 * opened.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Answered, OpenPeer, Peer, PeerRows, Question } from './peer.ts'

const source = join(import.meta.dirname, 'xapian/search.cc')

export const xapianPeer: Peer = {
  name: 'Xapian, a search engine',
  given:
    'terms of employment as columns in memory, read by a filter of our own in C++; its own clock, as a library has no way to go',
  missing: async () =>
    spawnSync('xapian-config', ['--version']).status === 0 && spawnSync('c++', ['--version']).status === 0
      ? undefined
      : 'libxapian-dev or a C++ compiler is not installed: bash benchmarks/peers/setup.sh installs them',
  open,
}

async function open({ files, folder }: PeerRows): Promise<OpenPeer> {
  const place = mkdtempSync(join(folder, 'xapian-'))
  const program = compile(place)
  const child = spawn(program, [files.vacancies, files.requirements, place], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // All documents are written at once.
    env: { ...process.env, XAPIAN_FLUSH_THRESHOLD: '2000000' },
  })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const nextLine = async (): Promise<string> => {
    const { value, done } = await lines.next()
    if (done) throw new Error('the Xapian program ended')
    return value as string
  }
  const [, version, bytes] = (await nextLine()).split(' ')
  let asked = 0
  return {
    version: `Xapian ${version}`,
    bytes: Number(bytes),
    prepare: (question) => {
      const number = asked++
      child.stdin.write(`question ${number} ${questionText(question)}\n`)
      return async () => {
        child.stdin.write(`ask ${number}\n`)
        return answered(await nextLine())
      }
    },
    // Each answer says what it took.
    cpuMs: () => 0,
    close: async () => {
      child.stdin.end()
      await new Promise((resolve) => child.once('exit', resolve))
    },
  }
}

function compile(folder: string): string {
  const program = join(folder, 'search')
  const asked = spawnSync('xapian-config', ['--cxxflags', '--libs'], { encoding: 'utf8' }).stdout.trim().split(/\s+/)
  const options = ['-std=c++17', '-O3', '-march=native', '-o', program, source, ...asked]
  const { status, stderr } = spawnSync('c++', options, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return program
}

/**
 * Words in the order in which `readQuestion` of search.cc reads them; -1 for silence, lists with their length first.
 */
function questionText(question: Question): string {
  const { remoteShareEnough, wageFloorMonthEuro: floor, reach } = question
  const list = (numbers: readonly number[]): string => [numbers.length, ...numbers].join(' ')
  return [
    ...[question.hoursMin ?? -1, question.hoursMax ?? -1, question.days ?? -1, Math.min(100, remoteShareEnough ?? 100)],
    ...[floor === null ? -1 : floor * 1200, question.workLevel ?? -1, question.experienceYears ?? -1],
    ...[Number(question.certificate), Number(question.needsSponsor), question.free, question.nl, question.en, question.licences],
    ...[Number(reach !== null), list(reach ?? []), list(question.diplomas), list(question.demands), list(question.credits)],
  ].join(' ')
}

function answered(line: string): Answered {
  const [ms, cpuMs, ...rest] = line.split(' ').map(Number) as [number, number, ...number[]]
  const best = Array.from({ length: rest.length / 3 }, (_, at) => {
    const [vacancy, worth, weights] = rest.slice(at * 3) as [number, number, number]
    return { vacancy, of: worth, outOf: weights * 1200 }
  })
  return { best, took: { ms, cpuMs } }
}
