/** Asks the system which proxy an address goes through, as every other program of the desktop does. */
import { session } from 'electron'
import { proxyFromList, type FindProxy } from '../sync/proxy'

/** Chromium's own network is closed to us, but it reads the system's settings; a PAC file on a server it cannot fetch. */
export const systemProxy: FindProxy = async (url) =>
  proxyFromList(await session.defaultSession.resolveProxy(url))
