/** Runs a function over a list, a bounded number at a time. */

/** Resolves when every one has ended; a rejection of one rejects the whole, so `work` should turn failures into values. */
export async function runBounded<T>(
  list: Iterable<T>,
  atOnce: number,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const iterator = list[Symbol.iterator]()
  const lane = async (): Promise<void> => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) await work(next.value)
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}
