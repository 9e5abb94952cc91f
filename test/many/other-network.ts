/** A network of its own on this machine, joined to it by one cable that can be cut: for processes that stand elsewhere. Needs Linux and root. */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'

export interface OtherNetwork {
  /** Words before a command that run it there. */
  readonly inside: readonly string[]
  /** Address of this machine, as it is seen from there. */
  readonly here: string
  /** The addresses of the cable, as a database lets them in. */
  readonly range: string
  /** From now on nothing comes through, in either way, and nobody is told. */
  cut(): void
  mend(): void
  remove(): void
}

const ip = (...words: string[]): string => execFileSync('ip', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

/** Why no such network can be made here; undefined where it can. */
export function whyNoOtherNetwork(): string | undefined {
  if (process.platform !== 'linux') return 'namespaces of networks are a thing of Linux'
  if (process.getuid?.() !== 0) return 'a network of its own needs root'
  try {
    makeOtherNetwork().remove()
    return undefined
  } catch (error) {
    return `this machine does not let one be made: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`
  }
}

export function makeOtherNetwork(): OtherNetwork {
  const name = `sk${randomBytes(3).toString('hex')}`
  const [near, far] = [`${name}a`, `${name}b`]
  const third = 1 + Math.floor(Math.random() * 250)
  const [here, there, range] = [`10.213.${third}.1`, `10.213.${third}.2`, `10.213.${third}.0/24`]
  ip('netns', 'add', name)
  try {
    ip('link', 'add', near, 'type', 'veth', 'peer', 'name', far)
    ip('link', 'set', far, 'netns', name)
    // No second address by itself some seconds later: each one that comes or goes makes browsers of other tests drop what they are loading.
    ip('link', 'set', near, 'addrgenmode', 'none')
    ip('address', 'add', `${here}/24`, 'dev', near)
    ip('link', 'set', near, 'up')
    ip('netns', 'exec', name, 'ip', 'address', 'add', `${there}/24`, 'dev', far)
    ip('netns', 'exec', name, 'ip', 'link', 'set', far, 'up')
    ip('netns', 'exec', name, 'ip', 'link', 'set', 'lo', 'up')
  } catch (error) {
    ip('netns', 'delete', name)
    throw error
  }
  /** Packets to a link address that nobody has are lost on the way, and neither end is told. */
  const setNeighbour = (address: string): void => {
    ip('neighbour', 'replace', there, 'lladdr', address, 'nud', 'permanent', 'dev', near)
  }
  const farAddress = /link\/ether (\S+)/.exec(ip('netns', 'exec', name, 'ip', 'link', 'show', 'dev', far))?.[1] ?? ''
  const nearAddress = /link\/ether (\S+)/.exec(ip('link', 'show', 'dev', near))?.[1] ?? ''
  const setFar = (address: string): void => {
    ip('netns', 'exec', name, 'ip', 'neighbour', 'replace', here, 'lladdr', address, 'nud', 'permanent', 'dev', far)
  }
  const nobody = '02:00:00:00:00:99'
  return {
    inside: ['ip', 'netns', 'exec', name],
    here,
    range,
    cut() {
      setNeighbour(nobody)
      setFar(nobody)
    },
    mend() {
      setNeighbour(farAddress)
      setFar(nearAddress)
    },
    remove() {
      ip('netns', 'delete', name)
    },
  }
}
