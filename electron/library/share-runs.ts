/** One run of a work for all who ask for it at about the same time. */

/**
 * As `work`, but calls made while it runs for the same key share the next run: each caller gets one that began after it asked. A run that
 * fails fails for all who share it.
 */
export function sharingRuns(work: (key: string) => Promise<void>): (key: string) => Promise<void> {
  const running = new Map<string, Promise<void>>()
  const waiting = new Map<string, Promise<void>>()

  const start = (key: string): Promise<void> => {
    const run = work(key).finally(() => {
      if (running.get(key) === run) running.delete(key)
    })
    running.set(key, run)
    return run
  }

  return (key) => {
    const current = running.get(key)
    if (!current) return start(key)
    const known = waiting.get(key)
    if (known) return known
    const next = current
      .catch(() => {
        // Whoever shared that run was told; the next one stands for itself.
      })
      .then(() => {
        waiting.delete(key)
        // One that was begun in this moment began after everybody who waits.
        return running.get(key) ?? start(key)
      })
    waiting.set(key, next)
    return next
  }
}
