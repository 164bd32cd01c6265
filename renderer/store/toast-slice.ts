/** Short messages at the foot of the window, some with one action (undo), and sentences for screen readers alone. Messages stay until dismissed or replaced by time in the view. */
import type { SliceTools } from './app-state'

export interface Toast {
  readonly id: number
  readonly tone: 'plain' | 'problem'
  readonly message: string
  readonly action: { readonly label: string; readonly run: () => void } | null
}

export interface ToastSlice {
  readonly toasts: readonly Toast[]
  readonly say: (message: string, action?: Toast['action']) => void
  readonly complain: (message: string) => void
  readonly dismissToast: (id: number) => void
  /** The last sentence for screen readers alone. */
  readonly news: { readonly id: number; readonly text: string } | null
  readonly announce: (text: string) => void
  /** Messages and news up to this one have been told to screen readers. */
  readonly heardUpTo: number
  readonly noteHeard: (id: number) => void
}

/** More than this would hide the article. */
const MOST = 3

export function createToastSlice({ set, get }: SliceTools): ToastSlice {
  let nextId = 1
  const show = (toast: Omit<Toast, 'id'>) => {
    const others = get().toasts.filter((one) => one.message !== toast.message || one.tone !== toast.tone)
    set({ toasts: [...others, { ...toast, id: nextId++ }].slice(-MOST) })
  }
  return {
    toasts: [],
    say: (message, action = null) => {
      show({ tone: 'plain', message, action })
    },
    complain: (message) => {
      show({ tone: 'problem', message, action: null })
    },
    dismissToast: (id) => {
      set({ toasts: get().toasts.filter((toast) => toast.id !== id) })
    },
    news: null,
    announce: (text) => {
      set({ news: { id: nextId++, text } })
    },
    heardUpTo: 0,
    noteHeard: (id) => {
      set({ heardUpTo: id })
    },
  }
}
