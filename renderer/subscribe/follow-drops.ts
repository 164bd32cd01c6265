/**
 * Links dropped on the window become feeds to add, lists of feeds are imported; anything else is refused with a sentence, and nothing
 * is ever opened by it. Follows every document of the window: the article's frame hears its own drags.
 */
import { droppedAddress } from './dropped-address'

export interface DropTakers {
  readonly offer: (address: string) => void
  /** Gets files that may be lists of feeds; whether they are is for the main process to say. */
  readonly importLists: (files: readonly File[]) => void
  /** Gets the name of a file that is none, or null for a text without an address. */
  readonly refuse: (name: string | null) => void
  /** Whether something that can be dropped is held over the window. */
  readonly hover: (over: boolean) => void
}

export interface DropFollower {
  /** Returns the end of it. */
  readonly follow: (document: Document) => () => void
}

/** One document is left before the next one is entered. */
const LEFT_MS = 100
const TYPES = ['text/uri-list', 'text/plain', 'Files']

export function createDropFollower(takers: DropTakers): DropFollower {
  /** Something of the window's own, a passage or a feed: it is not from outside, and no veil comes over the place it goes to. */
  let own = false
  let leaving: ReturnType<typeof setTimeout> | undefined
  const hover = (over: boolean) => {
    clearTimeout(leaving)
    takers.hover(over)
  }
  const over = (event: DragEvent) => {
    const inField = isTextField(event.target)
    const taken = TYPES.some((type) => event.dataTransfer?.types.includes(type))
    hover(taken && !own && !inField)
    if (inField) return
    event.preventDefault()
    if (event.dataTransfer) event.dataTransfer.dropEffect = taken ? 'copy' : 'none'
  }
  const leave = (event: DragEvent) => {
    if (event.relatedTarget === null) leaving = setTimeout(hover, LEFT_MS, false)
  }
  const end = () => {
    own = false
    hover(false)
  }
  const drop = (event: DragEvent) => {
    const foreign = !own
    end()
    if (isTextField(event.target)) return
    event.preventDefault()
    if (event.dataTransfer) take(event.dataTransfer, takers, foreign)
  }
  const start = () => {
    own = true
  }
  // No mouse moves during a drag: one that ended unheard has ended now.
  const moved = () => {
    hover(false)
  }
  const listeners = {
    dragstart: start,
    dragend: end,
    dragenter: over,
    dragover: over,
    dragleave: leave,
    drop,
    mousemove: moved,
  } as const
  const each = Object.entries(listeners) as [keyof typeof listeners, (event: Event) => void][]
  return {
    follow: (document) => {
      for (const [name, listener] of each) document.addEventListener(name, listener)
      return () => {
        for (const [name, listener] of each) document.removeEventListener(name, listener)
      }
    },
  }
}

/** What comes from the window itself is offered where it is an address, and not complained of. */
function take(data: DataTransfer, { offer, importLists, refuse }: DropTakers, foreign: boolean): void {
  const address = droppedAddress((type) => data.getData(type))
  const files = [...data.files]
  const stranger = files.find(({ name }) => !isList(name))
  if (address !== null) offer(address)
  else if (stranger) refuse(stranger.name)
  else if (files.length > 0) importLists(files)
  else if (foreign) refuse(null)
}

const isList = (name: string): boolean => /\.(?:opml|xml)$/i.test(name)

/** `instanceof` would fail for the frame's own elements, which are of another realm. */
function isTextField(target: EventTarget | null): boolean {
  const closest = (target as Partial<Element> | null)?.closest
  return typeof closest === 'function' && closest.call(target as Element, 'input, textarea') !== null
}
