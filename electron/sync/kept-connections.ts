/** The pools of kept connections, one for each scheme. */
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'

export interface Agents {
  readonly http: HttpAgent
  readonly https: HttpsAgent
}

// The limiter bounds the connections; the agents only keep them.
export const KEEP = { keepAlive: true, maxFreeSockets: 64 }

export function makeAgents(): Agents {
  return { http: new HttpAgent(KEEP), https: new HttpsAgent(KEEP) }
}
