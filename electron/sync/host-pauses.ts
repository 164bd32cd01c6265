/** Hosts that asked not to be disturbed (429 and 503 with Retry-After), with the time until which they are left alone. */

export class HostPauses {
  private readonly until = new Map<string, number>()

  /** End of the host's pause in milliseconds since 1970, null when it may be asked. */
  pausedUntil(host: string, now: number): number | null {
    const until = this.until.get(host)
    if (until === undefined) return null
    if (until > now) return until
    this.until.delete(host)
    return null
  }

  /** A later answer never shortens a pause. */
  pause(host: string, until: number): void {
    this.until.set(host, Math.max(until, this.until.get(host) ?? 0))
  }
}
