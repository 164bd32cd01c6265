/** Lets a bounded number of fetches run, few of them to one host. Hosts take turns, so that one slow host starves no other. */

export type Lane = 'first' | 'later'

interface Waiting {
  readonly start: () => void
}

interface Host {
  active: number
  readonly queues: Record<Lane, Waiting[]>
}

export class HostLimiter {
  private active = 0
  private readonly hosts = new Map<string, Host>()
  /** Hosts with something waiting and room for it, in the order of their turns. */
  private readonly ready: Record<Lane, Set<string>> = { first: new Set(), later: new Set() }

  constructor(
    private readonly inAll: number,
    private readonly perHost: number,
  ) {}

  /**
   * Waits for a turn, runs `task`, frees the place. Everything in lane `first` goes before anything in `later`.
   * Rejects with the signal's reason when it is cancelled while still waiting; a running task must watch the signal itself.
   */
  async run<T>(
    host: string,
    lane: Lane,
    signal: AbortSignal | undefined,
    task: () => Promise<T>,
  ): Promise<T> {
    await this.enter(host, lane, signal)
    try {
      return await task()
    } finally {
      this.leave(host)
    }
  }

  private enter(name: string, lane: Lane, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason as Error)
        return
      }
      const host = this.hosts.get(name) ?? { active: 0, queues: { first: [], later: [] } }
      this.hosts.set(name, host)
      const waiting: Waiting = {
        start: () => {
          signal?.removeEventListener('abort', cancel)
          resolve()
        },
      }
      const cancel = () => {
        const queue = host.queues[lane]
        queue.splice(queue.indexOf(waiting), 1)
        if (queue.length === 0) this.ready[lane].delete(name)
        this.forgetIfIdle(name, host)
        reject(signal?.reason as Error)
      }
      signal?.addEventListener('abort', cancel, { once: true })
      host.queues[lane].push(waiting)
      if (host.active < this.perHost) this.ready[lane].add(name)
      this.startNext()
    })
  }

  private leave(name: string): void {
    this.active--
    const host = this.hosts.get(name)
    if (host) {
      host.active--
      for (const lane of ['first', 'later'] as const) {
        if (host.queues[lane].length > 0) this.ready[lane].add(name)
      }
      this.forgetIfIdle(name, host)
    }
    this.startNext()
  }

  private startNext(): void {
    for (const lane of ['first', 'later'] as const) {
      const ready = this.ready[lane]
      for (const name of ready) {
        if (this.active >= this.inAll) return
        ready.delete(name)
        const host = this.hosts.get(name)
        const next = host && host.active < this.perHost ? host.queues[lane].shift() : undefined
        if (!host || !next) continue
        this.active++
        host.active++
        // To the end of the round: the next host has its turn first.
        if (host.active < this.perHost && host.queues[lane].length > 0) ready.add(name)
        next.start()
      }
    }
  }

  private forgetIfIdle(name: string, host: Host): void {
    if (host.active === 0 && host.queues.first.length === 0 && host.queues.later.length === 0) {
      this.hosts.delete(name)
    }
  }
}
