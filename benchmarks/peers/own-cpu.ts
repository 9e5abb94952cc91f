/**
 * All threads of this process, to the microsecond: `/proc` counts a running process in ticks, which are longer than
 * most answers.
 */
export function ownCpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
