import type { Job } from './records.ts'

/** A worker that remembers what it was offered, and a way to wait for that. */
export function offers(then: (job: Job, nth: number) => Promise<void> = async () => undefined) {
  const jobs: Job[] = []
  const waiting: { count: number; resolve(): void }[] = []
  return {
    async work(job: Job) {
      jobs.push(job)
      for (const { count, resolve } of waiting) if (jobs.length >= count) resolve()
      await then(job, jobs.length)
    },
    async offered(count: number) {
      if (jobs.length < count) {
        await new Promise<void>((resolve) => waiting.push({ count, resolve }))
      }
      return [...jobs]
    },
  }
}
