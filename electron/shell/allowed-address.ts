/** Which addresses the window may ask for and which it may go to. Pure; compares parsed parts, never text. */
import { MEDIA_HOST, MEDIA_SCHEME } from './served-file'
import { APP_URL, isAppUrl } from './trusted-sender'

/** Our two schemes, pictures inside an address and the frame's empty document; nothing else, whatever it is. */
export function mayWindowRequest(address: string): boolean {
  if (isAppUrl(address)) return true
  try {
    const url = new URL(address)
    if (url.protocol === `${MEDIA_SCHEME}:`) return url.host === MEDIA_HOST
    return url.protocol === 'data:' || url.href === 'about:srcdoc' || url.href === 'about:blank'
  } catch {
    // What cannot be read is not ours.
    return false
  }
}

/** A window may load its own page again; a frame inside may hold only what the page itself wrote into it. */
export function mayNavigate(address: string, mainFrame: boolean): boolean {
  if (mainFrame) return isAppUrl(address) && new URL(address).pathname === new URL(APP_URL).pathname
  return address === 'about:srcdoc' || address === 'about:blank'
}
